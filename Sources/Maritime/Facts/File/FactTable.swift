/// Facts as CSV, for those who keep them in tables: one row a fact, one column a key.
///
/// The columns are the keys of a facts file (see `FactFile`): `imo`, `mmsi`, `start`, `end`, `lat`,
/// `lon`, `source` and the keys of the kinds, with their units (`volume_m3`). An empty field is not
/// known. Countries may be written as names, true and false as `yes` and `no`. The column `fact`
/// names the kind; without it a row is of the table's usual kind.
public struct FactTable: Sendable {
  /// The kinds that rows may have, the usual one first.
  public let kinds: [FactKind]
  /// The source of rows that name none.
  public let source: String
  private let columnTypes: [String: [String: FieldType]]

  /// Describes a table.
  ///
  /// - Precondition: there is at least one kind.
  public init(kinds: [FactKind], source: String = FactFile.unstatedSource) {
    precondition(!kinds.isEmpty, "a table must allow a kind")
    self.kinds = kinds
    self.source = source
    columnTypes = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, Self.types(of: $0)) })
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name for rejections and evidence.
  ///   - usualKind: The kind of rows without `fact`; `nil` demands the column.
  /// - Returns: A fact or a rejection for every row but the header, in file order.
  public func read(
    _ bytes: [UInt8], file: String, usualKind: FactKind? = nil
  ) -> (facts: [Fact], rejections: [Rejection]) {
    let rows = delimitedRows(in: bytes)
    guard let header = rows.first else { return ([], []) }
    let names = header.fields.map(Self.key)
    if let problem = problem(of: names, usualKind) {
      return ([], [problem.rejection(file, line: header.line)])
    }
    let catalog = FactCatalog(kinds)
    var facts: [Fact] = []
    var rejections: [Rejection] = []
    for row in rows.dropFirst() {
      do throws(RowProblem) {
        let members = try members(of: row, names, usualKind)
        let place = Evidence(file: file, line: row.line, time: nil)
        facts.append(try FactReader(FactMembers(members), at: place, catalog).fact())
      } catch {
        rejections.append(error.rejection(file, line: row.line))
      }
    }
    return (facts, rejections)
  }

  /// What is wrong with a header as a whole, so that not every row has to say it.
  private func problem(of names: [String], _ usualKind: FactKind?) -> RowProblem? {
    let mayLackVessel = kinds.contains { !$0.isAboutVessel }
    guard names.contains("imo") || names.contains("mmsi") || mayLackVessel else {
      return RowProblem("no-vessel-column", "the header needs `imo` or `mmsi`")
    }
    guard names.contains("start") else {
      return RowProblem("no-start-column", "the header needs `start`, a day or a time")
    }
    guard usualKind != nil || names.contains("fact") else {
      return RowProblem("no-fact-column", "the header needs `fact`, the kind of each row")
    }
    let known = Set(columnTypes.values.flatMap(\.keys)).union(["fact"]).union(percentColumns)
    if let unknown = names.first(where: { !known.contains($0) }) {
      return RowProblem("unknown-column", "no fact of this table has `\(unknown)`")
    }
    let repeated = names.first { name in names.count { $0 == name } > 1 }
    return repeated.map { RowProblem("repeated-column", "`\($0)` is there twice") }
  }

  private func members(
    of row: DelimitedRow, _ names: [String], _ usualKind: FactKind?
  ) throws(RowProblem) -> [JSONMember] {
    let cells = zip(names, row.fields.map(Self.trimmed)).filter { !$0.1.isEmpty }
    if row.fields.count > names.count {
      throw RowProblem(
        "too-many-fields", "\(row.fields.count) under a header of \(names.count)")
    }
    let named = cells.first { $0.0 == "fact" }?.1
    guard let kind = named ?? kind(of: cells) ?? usualKind?.name else {
      throw RowProblem("missing-field", "'fact' is missing")
    }
    guard let types = columnTypes[kind] else {
      let allowed = kinds.map(\.name).joined(separator: ", ")
      throw RowProblem("unknown-fact", "'\(kind)' is none of \(allowed)")
    }
    var members = [JSONMember("fact", .string(kind))]
    for (name, text) in cells where name != "fact" {
      let share = types[name] == nil ? Self.shareColumn(name) : nil
      members.append(
        share.map { JSONMember($0, Self.percent(text)) }
          ?? JSONMember(name, Self.value(text, types[name])))
    }
    if !cells.contains(where: { $0.0 == "source" }) {
      members.append(JSONMember("source", .string(source)))
    }
    return members
  }

  /// The kind about companies whose `role` a row has: a shareholder needs no column `fact`.
  private func kind(of cells: [(String, String)]) -> String? {
    guard let role = cells.first(where: { $0.0 == "role" })?.1 else { return nil }
    return kinds.first { kind in
      guard !kind.isAboutVessel, let place = kind.index(of: "role"),
        case .word(let words) = kind.fields[place].type
      else { return false }
      return words.contains(role)
    }?.name
  }

  /// The key of a share that a column has in percent, `share` for `share_percent`; `nil` for any
  /// other column.
  private static func shareColumn(_ name: String) -> String? {
    name.hasSuffix(percentEnding) ? String(name.dropLast(percentEnding.count)) : nil
  }

  private static let percentEnding = "_percent"

  /// A share in percent as a facts file would have it.
  private static func percent(_ text: String) -> JSONValue {
    let number = text.hasSuffix("%") ? trimmed(String(text.dropLast())) : text
    return Double(number).map { .number($0 / 100) } ?? .string(text)
  }

  /// The cell as a facts file would have it; one that cannot be read stays text, and is refused.
  private static func value(_ text: String, _ type: FieldType?) -> JSONValue {
    switch type {
    case .quantity(.ratio) where text.hasSuffix("%"): return percent(text)
    case .quantity, .position:
      return Double(text).map { .number($0) } ?? .string(text)
    case .bool:
      let words = ["true": true, "yes": true, "false": false, "no": false]
      return words[text.lowercased()].map { .bool($0) } ?? .string(text)
    case .country:
      return .string(CountryTable.shipped.country(named: text)?.code ?? text)
    default: return .string(text)
    }
  }

  /// The columns that may have a share in percent.
  private var percentColumns: [String] {
    kinds.flatMap(\.fields).filter { $0.type == .quantity(.ratio) }
      .map { $0.name + Self.percentEnding }
  }

  /// What each key of a kind holds.
  private static func types(of kind: FactKind) -> [String: FieldType] {
    var types: [String: FieldType] = [
      "imo": .text, "mmsi": .text, "start": .time, "end": .time, "source": .text,
      "lat": .position, "lon": .position,
    ]
    for field in kind.fields {
      for key in field.fileKeys { types[key] = field.type }
    }
    return types
  }

  private static func key(_ header: String) -> String {
    trimmed(header).lowercased().replacing(" ", with: "_")
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension FieldDeclaration {
  /// The keys under which a facts file has the field.
  var fileKeys: [String] {
    switch type {
    case .quantity(let dimension): [name + dimension.fileUnit.suffix]
    case .position: [positionPrefix + "_lat", positionPrefix + "_lon"]
    case .vessel: [name + "_mmsi", name + "_imo"]
    case .company: ["_imo", "_name", "_lei", "_registration"].map { name + $0 }
    case .port: [name, name + "_name"]
    default: [name]
    }
  }
}
