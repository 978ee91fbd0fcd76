import Maritime

/// What a row or an element of a UK list says, before it is an entry.
struct UKRecord {
  var id: String?
  /// Names with their type and strength.
  var names: [(text: String?, type: String?, strength: String?)]
  var kind: String?
  var regime: String?
  var measures: String?
  var designated: String?
  var numbers: [String] = []
  var owners: [String] = []
  var flag: String?
  var formerFlags: [String] = []
  var type: String?
  var built: String?
  var country: String?
  var reason: String?

  /// The entry, or why there is none.
  func designation(at line: Int, in file: String) -> Result<Designation, RowProblem> {
    guard let id else { return .failure(RowProblem("no-entry-number", line, file)) }
    guard let kind = designationKind else {
      return .failure(RowProblem("unknown-kind", line, file, detail: kind))
    }
    let names = names.flatMap { name in listNames(name, kind: kind) }
    guard !names.isEmpty else { return .failure(RowProblem("no-name", line, file)) }
    var entry = Designation(
      entry: id, kind: kind, names: names, measures: measures(of: kind), regime: "uk",
      authority: regime ?? "UK Sanctions List",
      source: Designation.Source(file: file, line: line))
    entry.programmes = regime.map { [$0] } ?? []
    entry.listedFrom = designated.flatMap { listDate($0) }
    if kind == .vessel {
      for number in numbers { entry.add(DesignationIdentifier(vesselNumber: number)) }
    }
    entry.links = owners.map { DesignationLink(.linkedTo, $0) }
    entry.particulars.flag = flag
    entry.particulars.formerFlags = formerFlags
    entry.particulars.vesselType = type
    entry.particulars.built = built.flatMap { Int($0) }
    entry.particulars.country = country
    entry.remarks = reason
    return .success(entry)
  }

  private var designationKind: Designation.Kind? {
    switch kind?.lowercased() {
    case "ship": .vessel
    case "individual": .person
    case "entity": .company
    default: nil
    }
  }

  private func measures(of kind: Designation.Kind) -> [Designation.Measure] {
    let words = (measures ?? "").lowercased()
    var found: [Designation.Measure] = []
    if words.contains("asset freeze") { found.append(.assetFreeze) }
    if kind == .vessel, words.contains("shipping") || words.contains("port") {
      found.append(.portBan)
    }
    return found.isEmpty ? [.other] : found
  }

  /// A ship's name may be `IMO 9058713 ("AVAX")`.
  private func listNames(
    _ name: (text: String?, type: String?, strength: String?), kind: Designation.Kind
  ) -> [DesignationName] {
    guard let text = name.text else { return [] }
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
    let isNumbered = kind == .vessel && text.hasPrefix("IMO") && quoted.count == 3
    return [DesignationName(isNumbered ? quoted[1].trimmed : text, nameKind(name))]
  }

  private func nameKind(
    _ name: (text: String?, type: String?, strength: String?)
  ) -> DesignationName.Kind {
    if name.strength?.lowercased().contains("low") == true { return .weak }
    switch name.type?.lowercased() {
    case "primary name": return .primary
    case "fka", "f.k.a", "formerly known as": return .former
    default: return .alias
    }
  }
}

/// The parts of a UK name in the order in which it is spoken: the family name has the number 6.
func ukName(_ part: (Int) -> String?) -> String? {
  (1...6).compactMap(part).joined(separator: " ").trimmedOrNil
}
