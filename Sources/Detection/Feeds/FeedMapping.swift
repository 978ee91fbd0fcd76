import Maritime
public import StrictYAML

/// A user's description of a CSV feed whose header Pratique does not know.
///
/// ```yaml
/// kind: ais-mapping
/// columns: {mmsi: MMSI, time: Time, latitude: Latitude_degrees, longitude: Longitude_degrees}
/// time_format: iso        # iso, unix_seconds, unix_milliseconds or day_first
/// delimiter: ","
/// ```
public struct FeedMapping: Hashable, Sendable {
  /// The header of the feed for each column that it has.
  public let headers: [FeedColumn: String]
  /// The byte between two fields.
  public let delimiter: UInt8
  /// How the time column is written.
  public let timeFormat: CSVLayout.TimeFormat

  /// Reads a mapping file; the mapping is `nil` when there is an error among the diagnostics.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (mapping: FeedMapping?, diagnostics: [Diagnostic]) {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else { return (nil, document.diagnostics) }
    var reader = MappingReader(file: file)
    let mapping = reader.mapping(root)
    return (reader.diagnostics.isEmpty ? mapping : nil, document.diagnostics + reader.diagnostics)
  }

  /// The layout of a file with this header; the names that the header lacks are given instead.
  public func layout(for header: [String]) -> Result<CSVLayout, MissingHeaders> {
    let missing = headers.values.filter { !header.contains($0) }.sorted()
    guard missing.isEmpty else { return .failure(MissingHeaders(names: missing)) }
    let columns = header.map { name in headers.first { $0.value == name }?.key }
    return .success(CSVLayout(columns: columns, delimiter: delimiter, timeFormat: timeFormat))
  }

  /// Headers that a mapping names and a file does not have.
  public struct MissingHeaders: Error, Hashable {
    /// The names, sorted.
    public let names: [String]
  }
}

/// Reads the keys of a mapping file and collects what is wrong with them.
private struct MappingReader {
  let file: String
  var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func mapping(_ root: YAMLNode) -> FeedMapping? {
    guard let entries = root.entries, root["kind"]?.text == "ais-mapping" else {
      report("mapping-kind", "a mapping file starts with `kind: ais-mapping`", root.span)
      return nil
    }
    let known = ["kind", "columns", "time_format", "delimiter"]
    for entry in entries where !known.contains(entry.key) {
      report("unknown-key", "unknown key `\(entry.key)` of a mapping", entry.keySpan)
    }
    let format = timeFormat(root["time_format"])
    let separator = delimiter(root["delimiter"])
    return FeedMapping(
      headers: columns(root), delimiter: separator, timeFormat: format)
  }

  private mutating func columns(_ root: YAMLNode) -> [FeedColumn: String] {
    guard let node = root["columns"], let entries = node.entries else {
      report("mapping-columns", "a mapping needs `columns:` with a header for each", root.span)
      return [:]
    }
    var headers: [FeedColumn: String] = [:]
    for entry in entries {
      if let column = FeedColumn(rawValue: entry.key), let header = entry.value.text {
        headers[column] = header
      } else {
        report("unknown-column", "`\(entry.key)` is no column of a feed", entry.keySpan)
      }
    }
    for column in FeedColumn.required where headers[column] == nil {
      report("missing-column", "a mapping must name the column `\(column.rawValue)`", node.span)
    }
    return headers
  }

  private mutating func timeFormat(_ node: YAMLNode?) -> CSVLayout.TimeFormat {
    guard let node else { return .iso }
    if let format = node.text.flatMap(CSVLayout.TimeFormat.init(rawValue:)) { return format }
    let names = CSVLayout.TimeFormat.allCases.map(\.rawValue).joined(separator: ", ")
    report("time-format", "`time_format` is one of \(names)", node.span)
    return .iso
  }

  private mutating func delimiter(_ node: YAMLNode?) -> UInt8 {
    guard let node else { return UInt8(ascii: ",") }
    if let text = node.text, text.utf8.count == 1, let byte = text.utf8.first { return byte }
    report("delimiter", "`delimiter` is one character, such as `;`", node.span)
    return UInt8(ascii: ",")
  }

  private mutating func report(_ id: String, _ message: String, _ span: SourceSpan) {
    let columns = FeedColumn.allCases.map(\.rawValue).joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        code: "M001", id: id, message: message, file: file, span: span,
        help: id == "unknown-column" ? "the columns are \(columns)" : nil))
  }
}
