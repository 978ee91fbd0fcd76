import InputFiles
import Maritime
public import Reporting
import Screening

/// What a facts file says of one vessel.
public struct ShownFacts: Sendable {
  private let facts: [Fact]

  init(_ facts: [Fact]) { self.facts = facts }

  /// The lines of the facts, as a facts file has them.
  public var lines: String { String(decoding: FactFile.lines(of: facts), as: UTF8.self) }

  /// Every field of each fact, and the lines behind it.
  public func text(style: ReportStyle) -> String { FactPage.text(of: facts, style: style) }
}

/// Reads the facts of a vessel, those of its radio before its hull was known among them.
///
/// - Throws: `WorkflowError.badInput` for a line that is no fact, for a number that is neither an
///   IMO number nor an MMSI, and for a vessel of which the file says nothing.
public func showFacts(_ path: String, of vessel: String) throws -> ShownFacts {
  let selection = try VesselSelection(vessels: [vessel], fleetFile: nil)
  let (facts, rejections) = FactFile.read(
    try InputFile.readAll(path: path), file: path, catalog: .standard)
  if let first = rejections.first {
    throw noFacts(first, in: path)
  }
  let grouping = VesselGrouping(facts)
  let found = (selection.numbers ?? []).compactMap(grouping.key).flatMap {
    grouping.subject($0).facts
  }
  guard !found.isEmpty else {
    throw WorkflowError.badInput(
      path: path, message: "the file has no fact of vessel \(vessel)",
      advice: "give the IMO number or the MMSI that stands in the file")
  }
  return ShownFacts(found)
}
