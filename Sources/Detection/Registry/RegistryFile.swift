public import Maritime

/// Vessel registry, identity and ownership history as CSV: one row for each period.
///
/// The first row names the columns, in any order and case: `imo` or `mmsi` must be among them. Also
/// read are `name`, `flag` (a code or a name), `call_sign`, `type`, `gross_tonnage`, `deadweight`
/// (t), `built` (year), `length` (m), `registry_status`, `owner`, `manager`, `from` and `to`
/// (dates). An empty field is not known; other columns are ignored.
public enum RegistryFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name for evidence and rejections.
  /// - Returns: A record or a rejection for every row, in file order.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (records: [RegistryRecord], rejections: [Rejection]) {
    let rows = delimitedRows(in: bytes)
    guard let header = rows.first else { return ([], []) }
    let columns = RegistryColumns(header)
    guard columns.hasNumber else {
      let rejection = Rejection(
        reason: "no-vessel-column", file: file, line: header.line,
        detail: "the header needs `imo` or `mmsi`")
      return ([], [rejection])
    }
    var records: [RegistryRecord] = []
    var rejections: [Rejection] = []
    for row in rows.dropFirst() {
      do throws(RegistryProblem) {
        records.append(try columns.record(row, file: file))
      } catch {
        rejections.append(
          Rejection(reason: error.reason, file: file, line: row.line, detail: error.detail))
      }
    }
    return (records, rejections)
  }
}

/// Why a row is no record.
private struct RegistryProblem: Error {
  let reason: String
  let detail: String

  init(_ reason: String, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }
}

/// Where each column stands.
private struct RegistryColumns {
  private let places: [String: Int]

  init(_ header: DelimitedRow) {
    let names = header.fields.enumerated().map { index, name in
      (trimmed(name).lowercased().replacing(" ", with: "_"), index)
    }
    places = Dictionary(names) { first, _ in first }
  }

  var hasNumber: Bool { places["imo"] != nil || places["mmsi"] != nil }

  func record(_ row: DelimitedRow, file: String) throws(RegistryProblem) -> RegistryRecord {
    let imo = try value("imo", row, IMONumber.init)
    let mmsi = try value("mmsi", row) { MMSI($0) }
    guard let vessel = VesselReference(mmsi: mmsi, imo: imo) else {
      throw RegistryProblem("no-vessel-number", "neither `imo` nor `mmsi` is given")
    }
    let from = try value("from", row) { UTCTime($0) }
    let to = try value("to", row) { UTCTime($0) }
    if let from, let to, to < from {
      throw RegistryProblem("period-ends-before-start", "\(from) to \(to)")
    }
    return RegistryRecord(
      vessel: vessel, identity: try identity(row), from: from, to: to,
      evidence: Evidence(file: file, line: row.line, time: nil))
  }

  private func identity(_ row: DelimitedRow) throws(RegistryProblem) -> VesselIdentity {
    var identity = VesselIdentity()
    identity.name = text("name", row)
    identity.callSign = text("call_sign", row)
    identity.flag = try value("flag", row) { CountryTable.shipped.country(named: $0) }
    identity.type = text("type", row).map(vesselType(named:))
    identity.grossTonnage = try count("gross_tonnage", row)
    identity.deadweight = try count("deadweight", row)
    identity.built = try count("built", row)
    identity.length = try value("length", row) { Double($0).flatMap { $0 > 0 ? $0 : nil } }
    identity.registryStatus = try value("registry_status", row) { text in
      VesselIdentity.registryStatuses.first { $0 == text.lowercased() }
    }
    identity.owner = text("owner", row)
    identity.manager = text("manager", row)
    return identity
  }

  private func count(_ column: String, _ row: DelimitedRow) throws(RegistryProblem) -> Int? {
    try value(column, row) { Int($0).flatMap { $0 > 0 && $0 < 10_000_000 ? $0 : nil } }
  }

  private func value<Value>(
    _ column: String, _ row: DelimitedRow, _ read: (String) -> Value?
  ) throws(RegistryProblem) -> Value? {
    guard let text = text(column, row) else { return nil }
    guard let value = read(text) else {
      throw RegistryProblem(
        "bad-" + column.replacing("_", with: "-"), "`\(text)` is no \(column)")
    }
    return value
  }

  private func text(_ column: String, _ row: DelimitedRow) -> String? {
    guard let place = places[column], place < row.fields.count else { return nil }
    let text = trimmed(row.fields[place])
    return text.isEmpty ? nil : text
  }
}

private func trimmed(_ text: String) -> String {
  let start = text.drop { $0.isWhitespace }
  guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(start[...last])
}

/// The word for what a registry calls a type of vessel; `other` when no part of it is known.
///
/// Registries write the same type in many ways: `Bulk Carrier`, `BULKER`, `bulk_carrier`.
func vesselType(named text: String) -> String {
  let name = text.lowercased().replacing("_", with: " ").replacing("-", with: " ")
  if VesselIdentity.types.contains(name.replacing(" ", with: "_")) {
    return name.replacing(" ", with: "_")
  }
  return typeWords.first { words, _ in words.allSatisfy { name.contains($0) } }?.1 ?? "other"
}

/// Parts of names, the more telling first.
private let typeWords: [([String], String)] = [
  (["ro ro", "passenger"], "ro_ro_passenger"), (["ropax"], "ro_ro_passenger"),
  (["ro ro"], "ro_ro_cargo"), (["roro"], "ro_ro_cargo"), (["vehicle"], "ro_ro_cargo"),
  (["chemical"], "chemical_tanker"), (["crude"], "crude_tanker"), (["product"], "product_tanker"),
  (["lng"], "gas_carrier"), (["lpg"], "gas_carrier"), (["gas"], "gas_carrier"),
  (["tanker"], "tanker"), (["container"], "container"), (["bulk"], "bulk_carrier"),
  (["general cargo"], "general_cargo"), (["cargo"], "cargo"), (["fish"], "fishing"),
  (["trawl"], "fishing"), (["passenger"], "passenger"), (["ferry"], "passenger"),
  (["cruise"], "passenger"), (["tug"], "tug"), (["yacht"], "pleasure"),
  (["pleasure"], "pleasure"), (["supply"], "service"), (["pilot"], "service"),
  (["research"], "service"),
]
