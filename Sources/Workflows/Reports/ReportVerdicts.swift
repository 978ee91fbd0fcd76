import InputFiles
import Maritime
public import Reporting
import Screening

/// Which verdicts to report, how, and what to draw beside them.
public struct ReportRequest: Sendable {
  /// The file with verdicts.
  public var file: String
  /// One of `ReportRequest.formats`.
  public var format: String
  /// The vessels to report; all of the file when empty.
  public var vessels: [String]
  /// Facts files with all facts that the verdicts rest on.
  public var factFiles: [String]
  /// Files of positions, as `detect --positions` writes them.
  public var positionFiles: [String]
  /// Coastlines to draw.
  public var coastlineFiles: [String]
  /// The store that keeps the verdicts with their facts; `nil` for none.
  public var store: String?

  /// The formats, the one to use without being told first.
  public static let formats = ["text", "json", "ndjson", "csv", "html", "geojson", "pdf"]

  /// Creates a request.
  public init(
    file: String, format: String = "text", vessels: [String] = [], factFiles: [String] = [],
    positionFiles: [String] = [], coastlineFiles: [String] = [], store: String? = nil
  ) {
    self.file = file
    self.format = format
    self.vessels = vessels
    self.factFiles = factFiles
    self.positionFiles = positionFiles
    self.coastlineFiles = coastlineFiles
    self.store = store
  }
}

/// Writes a report of verdicts that were made before; nothing is screened again.
///
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError`; then there is no file.
public func reportVerdicts(
  _ request: ReportRequest, style: ReportStyle, to path: String
) throws {
  try OutputFile.write(try report(request, style: style), to: path)
}

/// The bytes of a report.
func report(_ request: ReportRequest, style: ReportStyle) throws -> [UInt8] {
  let verdicts = try selectedVerdicts(request.file, vessels: request.vessels)
  if let format = ReportFormat.named(request.format) {
    return Array(format.text(of: verdicts, style: style).utf8)
  }
  let reports = try ReportMaterial(request).reports(verdicts)
  switch request.format {
  case "geojson": return Array(GeoJSONReport(reports).text.utf8)
  case "html": return Array(try page(reports, request).utf8)
  case "pdf":
    let asOf = verdicts.map(\.asOf).max() ?? UTCTime(seconds: 0)
    return try PDFPrinter.pdf(of: page(reports, request), dated: asOf)
  default:
    throw WorkflowError.badInput(
      path: nil, message: "'\(request.format)' is no format of a report",
      advice: "the formats are \(ReportRequest.formats.joined(separator: ", "))")
  }
}

private func page(_ reports: [VesselReport], _ request: ReportRequest) throws -> String {
  guard reports.count <= HTMLPage.mostVessels else {
    throw WorkflowError.badInput(
      path: request.file,
      message: "\(reports.count) vessels are too many for one report to be read",
      advice: "name up to \(HTMLPage.mostVessels) with --vessel, or use csv or json")
  }
  return HTMLPage(reports, land: try ReportMaterial.land(request.coastlineFiles)).text
}

/// The verdicts of a file, or those of the vessels that the user named, in the order of the names.
///
/// The vessels of a company count as those of the file.
func selectedVerdicts(_ file: String, vessels: [String]) throws -> [Verdict] {
  let all = try VerdictFile(file).verdicts
  let selection = try VesselSelection(vessels: vessels, fleetFile: nil)
  guard let numbers = selection.numbers else { return all }
  let vessels = all.flatMap { [$0] + ($0.company?.vessels.map(\.verdict) ?? []) }
  return try numbers.map { number in
    let found = vessels.first {
      let vessel = $0.subject.vessel
      return vessel.imo?.description == number || vessel.mmsi?.description == number
    }
    guard let found else {
      throw WorkflowError.badInput(
        path: file, message: "the file has no verdict on vessel \(number)",
        advice: "give the IMO number or the MMSI that stands in the file")
    }
    return found
  }
}
