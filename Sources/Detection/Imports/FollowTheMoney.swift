public import Maritime

/// Entities of FollowTheMoney, the format of OpenSanctions, as facts: one entity a line.
///
/// A `Vessel` becomes an `identity`; an `Ownership` of a vessel, or an `UnknownLink` with a part
/// that a vessel's company can play, a `party`; parties that follow each other become an
/// `ownership_change`. An `Ownership` or a `Directorship` of a company becomes a `holding`.
/// Sanctions are no facts but lists, and are rejected with that advice. People
/// and companies are read for their names and countries alone and counted as used or not.
///
/// Source of the schemata: followthemoney, version 3.
public enum FollowTheMoney {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file; an entity may come before or after those that refer to it.
  ///   - file: The name for evidence and rejections.
  /// - Returns: Facts in file order, and a rejection for every entity that tells none.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (facts: [Fact], rejections: [Rejection]) {
    let (records, rejected) = JSONRecords.read(bytes, file: file, listKey: "entities")
    let graph = MoneyGraph(records.map(MoneyEntity.init))
    var facts: [Fact] = []
    var rejections = rejected
    for entity in graph.entities {
      do throws(ImportProblem) {
        if let fact = try graph.fact(of: entity, file: file) { facts.append(fact) }
      } catch {
        rejections.append(error.rejection(file, line: entity.line))
      }
    }
    facts += ownershipChanges(between: facts)
    return (facts, rejections.sorted { $0.line < $1.line })
  }
}

/// One entity: its id, schema and the values of its properties.
private struct MoneyEntity {
  let line: Int
  let id: String
  let schema: String
  private let value: JSONValue

  init(_ record: JSONRecord) {
    line = record.line
    value = record.value
    id = record.value["id"]?.string ?? ""
    schema = record.value["schema"]?.string ?? ""
  }

  /// The values of a property, without empty ones.
  func values(_ property: String) -> [String] {
    let all = value["properties"]?[property]
    return (all?.elements ?? all.map { [$0] } ?? []).compactMap(\.string).filter { !$0.isEmpty }
  }

  /// The value of a property that has just one: of several nobody can tell which holds.
  func only(_ property: String) -> String? {
    let values = Set(values(property))
    return values.count == 1 ? values.first : nil
  }

  var name: String? { value["caption"]?.string ?? values("name").min() }

  var country: CountryCode? {
    for property in ["jurisdiction", "country", "nationality", "flag"] {
      let codes = Set(values(property).compactMap { CountryTable.shipped.country(named: $0) })
      if codes.count == 1 { return codes.first }
    }
    return nil
  }

  /// How facts name a company or person; `nil` for one without a name and a number.
  var reference: CompanyReference? {
    CompanyReference(
      number: only("imoNumber").flatMap { CompanyReference.digits(of: $0) },
      lei: only("leiCode").flatMap { CompanyReference.lei(of: $0) }, registration: registration,
      name: name)
  }

  /// The number in the register of the company's one country; Russia's is the OGRN.
  private var registration: String? {
    guard let country, let number = only("ogrnCode") ?? only("registrationNumber") else {
      return nil
    }
    return CompanyReference.registration(of: "\(country.code) \(number)")
  }

  var isParty: Bool {
    ["Company", "Organization", "Person", "LegalEntity", "PublicBody"].contains(schema)
  }
}

/// The entities of a file and what they refer to.
private struct MoneyGraph {
  let entities: [MoneyEntity]
  private let byID: [String: MoneyEntity]
  private let used: Set<String>

  init(_ entities: [MoneyEntity]) {
    self.entities = entities
    byID = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
    used = Set(
      entities.flatMap { entity in
        ["owner", "subject", "asset", "director", "organization"].flatMap(entity.values)
      })
  }

  func fact(of entity: MoneyEntity, file: String) throws(ImportProblem) -> Fact? {
    if entity.id.isEmpty || entity.schema.isEmpty {
      throw ImportProblem("missing-field", "an entity has `id`, `schema` and `properties`")
    }
    switch entity.schema {
    case "Vessel": return try identity(entity, file)
    case "Ownership":
      let fact = try holding(entity, file, holder: "owner", company: "asset", role: "shareholder")
      if let fact { return fact }
      return try party(entity, file, owner: "owner", asset: "asset")
    case "Directorship":
      let fact = try holding(
        entity, file, holder: "director", company: "organization", role: "director")
      if let fact { return fact }
      throw ImportProblem("no-party", "`organization` is no company of this file")
    case "UnknownLink": return try party(entity, file, owner: "subject", asset: "object")
    case "Sanction":
      throw ImportProblem(
        "sanction-is-no-fact", "import the list itself with `pratique lists import`")
    case _ where entity.isParty:
      // Its name and country are in the facts of the vessels that it owns.
      if used.contains(entity.id) { return nil }
      throw ImportProblem("no-vessel-of-party", "no vessel of the file belongs to `\(entity.id)`")
    default:
      throw ImportProblem("no-such-fact", "there is no fact for a `\(entity.schema)`")
    }
  }

  private func identity(_ entity: MoneyEntity, _ file: String) throws(ImportProblem) -> Fact {
    let vessel = try vessel(entity)
    var identity = VesselIdentity()
    identity.name = entity.name
    identity.callSign = entity.only("callSign")
    identity.flag = entity.only("flag").flatMap { CountryTable.shipped.country(named: $0) }
    identity.type = entity.only("type").map(vesselType(named:))
    identity.grossTonnage = entity.only("grossRegisteredTonnage").flatMap(wholeNumber)
    identity.deadweight = entity.only("deadweightTonnage").flatMap(wholeNumber)
    identity.built = entity.only("buildDate").flatMap { wholeNumber(String($0.prefix(4))) }
    return VesselIdentity.schema.fact(identity, try header(vessel, entity, file, entity.line))
  }

  private func party(
    _ link: MoneyEntity, _ file: String, owner: String, asset: String
  ) throws(ImportProblem) -> Fact {
    guard
      let hull = link.values(asset).compactMap({ byID[$0] }).first(where: { $0.schema == "Vessel" })
    else { throw ImportProblem("no-vessel", "`\(asset)` is no vessel of this file") }
    guard let company = link.values(owner).compactMap({ byID[$0] }).first else {
      throw ImportProblem("no-party", "`\(owner)` is no entity of this file")
    }
    var party = Party(role: try role(link))
    party.company = company.reference
    party.country = company.country
    return Party.schema.fact(party, try header(try vessel(hull), link, file, company.line))
  }

  /// A part in a company; `nil` when the file has no company under that property.
  private func holding(
    _ link: MoneyEntity, _ file: String, holder: String, company: String, role: String
  ) throws(ImportProblem) -> Fact? {
    let held = link.values(company).compactMap { byID[$0] }.first { $0.isParty }
    guard let held, let reference = held.reference else { return nil }
    guard let owner = link.values(holder).compactMap({ byID[$0] }).first,
      let holding = owner.reference.map({
        Holding(role: role, company: reference, holder: $0)
      })
    else { throw ImportProblem("no-party", "`\(holder)` is no entity of this file") }
    var known = holding
    if let text = link.only("percentage") { known.share = try share(text) }
    known.country = owner.country
    return Holding.schema.fact(known, try header(.noVessel, link, file, owner.line))
  }

  /// The part that the words of a link tell; an ownership without words is that of the register.
  private func role(_ link: MoneyEntity) throws(ImportProblem) -> String {
    let words = (link.values("role") + link.values("ownershipType")).sorted()
      .joined(separator: ", ").lowercased()
    if words.isEmpty, link.schema == "Ownership" { return "registered_owner" }
    let known = roleWords.first { word, _ in words.contains(word) }
    guard let known else {
      throw ImportProblem("unknown-role", "`\(words)` is no part that a vessel's company plays")
    }
    return known.1
  }

  private func vessel(_ entity: MoneyEntity) throws(ImportProblem) -> VesselReference {
    let numbers = Set(entity.values("imoNumber").compactMap { IMONumber($0) })
    let identities = Set(entity.values("mmsi").compactMap { MMSI($0) })
    guard numbers.count < 2 else {
      throw ImportProblem("several-vessels", "`\(entity.id)` has \(numbers.count) IMO numbers")
    }
    let mmsi = identities.count == 1 ? identities.first : nil
    guard let vessel = VesselReference(mmsi: mmsi, imo: numbers.first) else {
      throw ImportProblem(
        "no-vessel-number", "`\(entity.id)` has no valid `imoNumber` and not one `mmsi`")
    }
    return vessel
  }

  /// A beginning that is not known is that of 1970, as in a registry.
  private func header(
    _ vessel: VesselReference, _ entity: MoneyEntity, _ file: String, _ other: Int
  ) throws(ImportProblem) -> FactHeader {
    let start = try entity.values("startDate").min().map(beginning)
    let end = try entity.values("endDate").max().map(ending)
    let known = start ?? end.map { min($0, UTCTime(milliseconds: 0)) }
    if let start, let end, end < start {
      throw ImportProblem("ends-before-start", "it ends at \(end) and starts at \(start)")
    }
    let lines = Set([entity.line, other]).sorted()
    return FactHeader(
      vessel: vessel, span: TimeSpan(start: known ?? UTCTime(milliseconds: 0), end: end),
      position: nil, source: "import:ftm",
      evidence: lines.map { Evidence(file: file, line: $0, time: nil) }, detector: nil)
  }
}

/// The first instant of a day, a month (`2024-05`) or a year (`2024`).
private func beginning(_ text: String) throws(ImportProblem) -> UTCTime {
  let missing = [4: "-01-01", 7: "-01"][text.utf8.count] ?? ""
  guard let time = UTCTime(text + missing) else {
    throw ImportProblem("bad-value", "`\(text)` is no date")
  }
  return time
}

/// The instant after a month or a year; a day or a time is itself.
private func ending(_ text: String) throws(ImportProblem) -> UTCTime {
  try beginning(text).adding(months: [4: 12, 7: 1][text.utf8.count] ?? 0)
}

/// A share in percent as millionths; `nil` for words and ranges, which leave it unknown.
private func share(_ text: String) throws(ImportProblem) -> Int64? {
  let number = text.hasSuffix("%") ? text.dropLast() : text[...]
  guard let percent = Double(number.filter { $0 != " " }) else { return nil }
  guard (0...100).contains(percent) else {
    throw ImportProblem("bad-value", "`\(text)` is no share of a company")
  }
  return Int64((percent * 10_000).rounded())
}

private func wholeNumber(_ text: String) -> Int? {
  Double(text).flatMap { $0 > 0 && $0 < 10_000_000 ? Int($0.rounded()) : nil }
}

/// Parts of what sources write of a company's role, the more telling first.
private let roleWords = [
  ("beneficial", "beneficial_owner"), ("registered owner", "registered_owner"),
  ("technical", "technical_manager"), ("ism", "doc_company"), ("doc", "doc_company"),
  ("charter", "charterer"), ("operator", "operator"), ("parent", "parent"),
  ("manager", "ship_manager"), ("owner", "registered_owner"),
]
