import Maritime

/// A party of OFAC's advanced schema, without what later parts of the file say about it.
struct AdvancedParty {
  /// The number by which relations and entries on the list mean it.
  let profile: String
  /// The entry so far.
  private(set) var entry: Designation

  /// Reads a party, or says why it is none.
  static func read(
    _ party: XMLElement, _ references: AdvancedReferences, at line: Int, in file: String
  ) -> Result<AdvancedParty, RowProblem> {
    guard let number = party.attribute("FixedRef") else {
      return .failure(RowProblem("no-entity-number", line, file))
    }
    let profile = party.all("Profile").first ?? XMLElement(name: "Profile")
    let names = names(of: profile, references)
    guard !names.isEmpty else { return .failure(RowProblem("no-name", line, file, detail: number)) }
    guard let kind = kind(of: profile, references) else {
      return .failure(RowProblem("unknown-kind", line, file, detail: number))
    }
    let entry = Designation(
      entry: number, kind: kind, names: names, measures: [.assetFreeze], regime: "us",
      authority: "OFAC SDN List", source: Designation.Source(file: file, line: line))
    var found = AdvancedParty(profile: profile.attribute("ID") ?? "", entry: entry)
    for identity in profile.all("Identity") { found.addDocuments(of: identity, references) }
    for feature in profile.all("Feature") { found.add(feature, references) }
    return .success(found)
  }

  /// The whole entry.
  func designation(links: [DesignationLink], listing: AdvancedListing?) -> Designation {
    var whole = entry
    whole.links = links + entry.links
    whole.programmes = listing?.programmes ?? []
    whole.listedFrom = listing?.listedFrom
    let basis = listing?.bases.first ?? listing?.programmes.first
    whole.authority = [entry.authority, basis].compactMap(\.self).joined(separator: ", ")
    return whole
  }

  private static func kind(
    of profile: XMLElement, _ references: AdvancedReferences
  ) -> Designation.Kind? {
    let id = profile.attribute("PartySubTypeID")
    switch references.text("PartySubType", id) {
    case "Vessel": return .vessel
    case "Aircraft": return .other
    case nil: return nil
    default: return references.partyType(ofSubType: id) == "Individual" ? .person : .company
    }
  }

  /// The names of a profile, the primary one first.
  private static func names(
    of profile: XMLElement, _ references: AdvancedReferences
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
    of alias: XMLElement, _ references: AdvancedReferences
  ) -> DesignationName.Kind {
    if alias.attribute("Primary") == "true" { return .primary }
    if alias.attribute("LowQuality") == "true" { return .weak }
    let type = references.text("AliasType", alias.attribute("AliasTypeID"))
    return type == "F.K.A." ? .former : .alias
  }

  private mutating func addDocuments(of identity: XMLElement, _ references: AdvancedReferences) {
    for document in references.documents(of: identity.attribute("ID")) {
      guard let type = references.text("IDRegDocType", document.type) else { continue }
      OFACRemarks("\(type) \(document.number)").apply(to: &entry)
    }
  }

  private mutating func add(_ feature: XMLElement, _ references: AdvancedReferences) {
    let type = references.text("FeatureType", feature.attribute("FeatureTypeID"))
    for version in feature.all("FeatureVersion") {
      let detail = version.all("VersionDetail").first
      let looked = references.text("DetailReference", detail?.attribute("DetailReferenceID"))
      let place = version.all("VersionLocation").first?.attribute("LocationID")
      let value = detail?.text.trimmedOrNil ?? looked ?? references.country(of: place)
      if let type, let value { add(type, value) }
    }
  }

  private mutating func add(_ type: String, _ value: String) {
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
