/// Reads ports from the files that people have: our own CSV, public tables and GeoJSON.
public enum PortTable {
  /// The radius of a port whose file gives none, in metres.
  ///
  /// Global Fishing Watch counts a vessel as entering within 3 km (anchorages_pipeline).
  public static let defaultRadius = 3000.0

  /// Reads a file whose format is recognised from its content.
  ///
  /// Reads CSV with at least `port,lat,lon` (several rows make one port), the World Port Index,
  /// UN/LOCODE (rows with function 1, a port), Global Fishing Watch's anchorages, and GeoJSON.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, decompressed.
  ///   - file: The name for rejections.
  /// - Returns: The ports by code, and every row that is not part of one.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (
    ports: [Port], rejections: [Rejection]
  ) {
    if isJSON(bytes) { return readGeoJSON(bytes, file: file) }
    let rows = delimitedRows(in: bytes, delimiter: delimiter(of: bytes))
    guard let header = rows.first, let layout = PortLayout.recognise(header.fields) else {
      return ([], [.unknownPortHeader(file, line: rows.first?.line ?? 1)])
    }
    var ports = PortCollection()
    var rejections: [Rejection] = []
    for row in rows.dropFirst() {
      do throws(RowProblem) {
        ports.add(try layout.record(row))
      } catch {
        rejections.append(error.rejection(file, line: row.line))
      }
    }
    return (ports.ports, rejections)
  }

  /// Excel writes semicolons and tabs where the locale's comma is taken.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].first { header.contains($0) }
      ?? UInt8(ascii: ",")
  }
}

/// One row of a port file: a port and one of its circles.
struct PortRecord {
  let code: String
  let name: String?
  let country: CountryCode?
  let groups: [String]
  let area: Port.Area
}

/// Joins the rows of a file into ports: the first row that says a name or a country counts.
struct PortCollection {
  private var records: [String: [PortRecord]] = [:]

  mutating func add(_ record: PortRecord) { records[record.code, default: []].append(record) }

  /// The ports, by code.
  var ports: [Port] {
    records.sorted { $0.key < $1.key }.map { code, rows in
      Port(
        code: code, name: rows.lazy.compactMap(\.name).first,
        country: rows.lazy.compactMap(\.country).first,
        groups: Set(rows.flatMap(\.groups)).sorted(), areas: Array(Set(rows.map(\.area))))
    }
  }
}

extension Rejection {
  fileprivate static func unknownPortHeader(_ file: String, line: Int) -> Rejection {
    Rejection(
      reason: "unknown-header", file: file, line: line,
      detail: "a port file needs at least the columns port, lat and lon")
  }
}
