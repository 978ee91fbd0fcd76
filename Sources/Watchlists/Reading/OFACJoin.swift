import Maritime

/// Collects what OFAC's files say about each entity number.
struct OFACJoin {
  private let isConsolidated: Bool
  private let file: String
  private var order: [String] = []
  private var entries: [String: Designation] = [:]
  private var remarks: [String: String] = [:]
  private(set) var rejections: [Rejection] = []

  init(isConsolidated: Bool, file: String) {
    self.isConsolidated = isConsolidated
    self.file = file
  }

  /// Takes a row of sdn.csv or cons_prim.csv.
  mutating func addEntry(_ row: DelimitedRow) {
    let fields = row.fields
    guard fields.count == 12 else { return reject("wrong-field-count", row, in: file) }
    guard let number = ofacText(fields[0]), Int(number) != nil else {
      return reject("no-entity-number", row, in: file)
    }
    guard let name = ofacText(fields[1]) else { return reject("no-name", row, in: file) }
    guard entries[number] == nil else { return reject("duplicate-entry", row, in: file) }
    order.append(number)
    entries[number] = designation(number, name: name, fields: fields, line: row.line)
    remarks[number] = ofacText(fields[11])
  }

  /// Takes a row of a file that adds to entries.
  mutating func add(_ row: DelimitedRow, from part: OFACPart) {
    guard row.fields.count == part.role.width else {
      return reject("wrong-field-count", row, in: part.file.name)
    }
    let number = row.fields[0].trimmed
    guard entries[number] != nil else { return reject("unknown-entry", row, in: part.file.name) }
    switch part.role {
    case .entries: break
    case .alternateNames: addName(row.fields, to: number)
    case .addresses: addCountry(row.fields, to: number)
    // The overflow goes on in the middle of a word, so nothing may stand between.
    case .comments: remarks[number, default: ""] += row.fields[1]
    }
  }

  /// The entries in file order, with what their remarks say.
  func designations() -> [Designation] {
    order.compactMap { number in
      guard var entry = entries[number] else { return nil }
      if let text = remarks[number] {
        entry.remarks = text
        OFACRemarks(text).apply(to: &entry)
      }
      return entry
    }
  }

  private func designation(
    _ number: String, name: String, fields: [String], line: Int
  ) -> Designation {
    let programmes = ofacProgrammes(fields[3])
    let title = isConsolidated ? "OFAC Consolidated List" : "OFAC SDN List"
    var entry = Designation(
      entry: number, kind: ofacKind(fields[2].trimmed), names: [DesignationName(name, .primary)],
      measures: [isConsolidated ? .financial : .assetFreeze], regime: "us",
      authority: programmes.isEmpty ? title : "\(title), \(programmes.joined(separator: ", "))",
      source: Designation.Source(file: file, line: line))
    entry.programmes = programmes
    entry.identifiers =
      ofacText(fields[5]).map { entry.kind == .vessel ? [.callSign($0)] : [] } ?? []
    entry.particulars = particulars(fields)
    if let owner = ofacText(fields[10]) { entry.links = [DesignationLink(.owner, owner)] }
    return entry
  }

  private func particulars(_ fields: [String]) -> Particulars {
    var particulars = Particulars()
    particulars.vesselType = ofacText(fields[6])
    particulars.deadweight = ofacCount(fields[7])
    particulars.grossTonnage = ofacCount(fields[8])
    particulars.flag = ofacText(fields[9])
    return particulars
  }

  private mutating func addName(_ fields: [String], to number: String) {
    guard let name = ofacText(fields[3]) else { return }
    let kind: DesignationName.Kind = fields[2].trimmed == "fka" ? .former : .alias
    entries[number]?.names.append(DesignationName(name, kind))
  }

  /// The first address counts: OFAC puts the main one first.
  private mutating func addCountry(_ fields: [String], to number: String) {
    guard entries[number]?.particulars.country == nil else { return }
    entries[number]?.particulars.country = ofacText(fields[4])
  }

  private mutating func reject(_ reason: String, _ row: DelimitedRow, in file: String) {
    rejections.append(
      Rejection(
        reason: reason, file: file, line: row.line,
        detail: reason == "wrong-field-count" ? "\(row.fields.count) fields" : row.fields.first))
  }
}

/// The kind under the words of OFAC's files; what has none is a company or another body.
func ofacKind(_ word: String) -> Designation.Kind {
  switch word {
  case "vessel": .vessel
  case "individual": .person
  case "aircraft": .other
  default: .company
  }
}
