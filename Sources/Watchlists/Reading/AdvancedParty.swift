import Maritime

/// A party of OFAC's advanced schema: somebody with names, features and entries on the list.
struct AdvancedParty {
  private let party: XMLElement
  private let profile: XMLElement
  private let references: AdvancedReferences

  init(_ party: XMLElement, _ references: AdvancedReferences) {
    self.party = party
    self.references = references
    profile = party.all("Profile").first ?? XMLElement(name: "Profile")
  }

  /// The entry, or why there is none.
  func designation(at line: Int, in file: String) -> Result<Designation, RowProblem> {
    guard let number = party.attribute("FixedRef") else {
      return .failure(RowProblem("no-entity-number", line, file))
    }
    let names = Self.names(of: profile, references)
    guard !names.isEmpty else { return .failure(RowProblem("no-name", line, file, detail: number)) }
    let entries = references.entries(of: profile.attribute("ID"))
    let programmes = programmes(of: entries)
    let bases = entries.flatMap { $0.all("EntryEvent") }
      .compactMap { references.text("LegalBasis", $0.attribute("LegalBasisID")) }
    let authority = bases.first ?? programmes.first
    var entry = Designation(
      entry: number, kind: kind, names: names, measures: [.assetFreeze], regime: "us",
      authority: ["OFAC SDN List", authority].compactMap(\.self).joined(separator: ", "),
      source: Designation.Source(file: file, line: line))
    entry.programmes = programmes
    entry.listedFrom =
      entries.flatMap { $0.all(at: "EntryEvent", "Date") }.compactMap(advancedDate).min()
    entry.links = references.links(of: profile.attribute("ID"))
    for identity in profile.all("Identity") { addDocuments(of: identity, to: &entry) }
    for feature in profile.all("Feature") { add(feature, to: &entry) }
    return .success(entry)
  }

  private var kind: Designation.Kind {
    let id = profile.attribute("PartySubTypeID")
    switch references.text("PartySubType", id) {
    case "Vessel": return .vessel
    case "Aircraft": return .other
    default:
      let type = references.attribute("PartySubType", id, "PartyTypeID")
      return references.text("PartyType", type) == "Individual" ? .person : .company
    }
  }

  /// The codes of programmes stand in the comments of measures, beside remarks in sentences.
  private func programmes(of entries: [XMLElement]) -> [String] {
    entries.flatMap { $0.all("SanctionsMeasure") }.compactMap { $0.value("Comment") }
      .reduce(into: []) { found, code in
        if !code.contains(" "), !found.contains(code) { found.append(code) }
      }
  }

  /// The names of a profile, the primary one first.
  static func names(
    of profile: XMLElement, _ references: AdvancedReferences? = nil
  ) -> [DesignationName] {
    let aliases = profile.all("Identity").flatMap { $0.all("Alias") }
    let ordered =
      aliases.filter { $0.attribute("Primary") == "true" }
      + aliases.filter { $0.attribute("Primary") != "true" }
    return ordered.flatMap { alias in
      alias.all("DocumentedName").compactMap { name in
        let parts = name.all(at: "DocumentedNamePart", "NamePartValue")
          .compactMap(\.text.trimmedOrNil)
        return parts.isEmpty
          ? nil : DesignationName(parts.joined(separator: " "), kind(of: alias, references))
      }
    }
  }

  private static func kind(
    of alias: XMLElement, _ references: AdvancedReferences?
  ) -> DesignationName.Kind {
    if alias.attribute("Primary") == "true" { return .primary }
    if alias.attribute("LowQuality") == "true" { return .weak }
    let type = references?.text("AliasType", alias.attribute("AliasTypeID"))
    return type == "F.K.A." ? .former : .alias
  }

  private func addDocuments(of identity: XMLElement, to entry: inout Designation) {
    for document in references.documents(of: identity.attribute("ID")) {
      guard let number = document.value("IDRegistrationNo"),
        let type = references.text("IDRegDocType", document.attribute("IDRegDocTypeID"))
      else { continue }
      OFACRemarks("\(type) \(number)").apply(to: &entry)
    }
  }

  private func add(_ feature: XMLElement, to entry: inout Designation) {
    let type = references.text("FeatureType", feature.attribute("FeatureTypeID"))
    for version in feature.all("FeatureVersion") {
      let detail = version.all("VersionDetail").first
      let looked = references.text("DetailReference", detail?.attribute("DetailReferenceID"))
      let place = version.all("VersionLocation").first?.attribute("LocationID")
      let value = detail?.text.trimmedOrNil ?? looked ?? references.country(of: place)
      if let type, let value { add(type, value, to: &entry) }
    }
  }

  private func add(_ type: String, _ value: String, to entry: inout Designation) {
    switch type {
    case "VESSEL TYPE": entry.particulars.vesselType = value
    case "Vessel Flag": entry.particulars.flag = value
    case "Vessel Call Sign": entry.add(.callSign(value))
    case "Vessel Owner": entry.links.append(DesignationLink(.owner, value))
    case "Vessel Tonnage": entry.particulars.deadweight = ofacCount(value)
    case "Vessel Gross Registered Tonnage": entry.particulars.grossTonnage = ofacCount(value)
    case "Location", "Nationality Country", "Registration Country":
      entry.particulars.country = entry.particulars.country ?? value
    // The rest of the types are called as in the remarks of the other files.
    default: OFACRemarks("\(type) \(value)").apply(to: &entry)
    }
  }
}
