import InputFiles
import Maritime

/// Which vessels a user asked for.
struct VesselSelection: Sendable {
  /// The largest fleet file that is read; 100,000 vessels need 2 MB.
  static let sizeLimit = 64 << 20

  /// The numbers as the user wrote them, each once, in order; `nil` for all vessels.
  let numbers: [String]?

  /// Reads the numbers of the command line and of a fleet file.
  ///
  /// - Throws: `WorkflowError.badInput` for a number that is neither an IMO number nor an MMSI.
  init(vessels: [String], fleetFile: String?) throws {
    guard !vessels.isEmpty || fleetFile != nil else {
      numbers = nil
      return
    }
    for number in vessels { try Self.check(number, path: nil, line: nil) }
    var seen: Set<String> = []
    let all = vessels + (try fleetFile.map(Self.fleet) ?? [])
    numbers = all.map { $0.trimmingPrefix("IMO").drop { $0 == " " } }.map(String.init)
      .filter { seen.insert($0).inserted }
  }

  /// The IMO number of each row, or its MMSI when the row has no IMO number.
  private static func fleet(_ path: String) throws -> [String] {
    let rows = delimitedRows(in: try InputFile.readAll(path: path, limit: sizeLimit))
    let header = rows.first?.fields.map { $0.lowercased() } ?? []
    let columns = ["imo", "mmsi"].compactMap { header.firstIndex(of: $0) }
    guard !columns.isEmpty else {
      throw WorkflowError.badInput(
        path: path, message: "line 1: the header has no column imo or mmsi",
        advice: "name one column imo or mmsi; other columns are ignored")
    }
    return try rows.dropFirst().map { row in
      let values = columns.compactMap { row.fields.indices.contains($0) ? row.fields[$0] : nil }
      let number = values.first { !$0.isEmpty } ?? ""
      try check(number, path: path, line: row.line)
      return number
    }
  }

  private static func check(_ number: String, path: String?, line: Int?) throws {
    let isMMSI = number.utf8.count == 9 && MMSI(number) != nil
    guard IMONumber(number) == nil, !isMMSI else { return }
    let place = line.map { "line \($0): " } ?? ""
    throw WorkflowError.badInput(
      path: path, message: "\(place)'\(number)' is neither an IMO number nor an MMSI",
      advice: "an IMO number has seven digits, the last a check digit; an MMSI has nine")
  }
}
