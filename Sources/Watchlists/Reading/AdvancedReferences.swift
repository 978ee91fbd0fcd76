import Maritime

/// What parties of OFAC's advanced schema point to by number.
struct AdvancedReferences {
  /// The elements that are read; all else is looked over.
  static let elements: Set<String> = [
    "AliasType", "PartySubType", "PartyType", "FeatureType", "DetailReference", "LegalBasis",
    "IDRegDocType", "IDRegDocument", "Location", "Country", "RelationType",
  ]

  /// A document, such as a ship's registration.
  struct Document {
    let type: String?
    let number: String
  }

  private var texts: [String: [String: String]] = [:]
  /// The type of each subtype of parties.
  private var partyTypes: [String: String] = [:]
  /// The documents of an identity.
  private var documents: [String: [Document]] = [:]
  /// The country of a place.
  private var countries: [String: String] = [:]

  /// Takes an element that parties point to; the first of a number counts.
  mutating func take(_ element: XMLElement) {
    guard let id = element.attribute("ID") else { return }
    switch element.name {
    case "IDRegDocument":
      guard let number = element.value("IDRegistrationNo") else { return }
      documents[element.attribute("IdentityID") ?? "", default: []].append(
        Document(type: element.attribute("IDRegDocTypeID"), number: number))
    case "Location":
      let country = element.all("LocationCountry").first?.attribute("CountryID")
      countries[id] = countries[id] ?? country
    default:
      guard element.children.isEmpty, texts[element.name]?[id] == nil else { return }
      texts[element.name, default: [:]][id] = element.text.trimmed
      if element.name == "PartySubType" { partyTypes[id] = element.attribute("PartyTypeID") }
    }
  }

  /// The text of a reference value.
  func text(_ kind: String, _ id: String?) -> String? {
    id.flatMap { texts[kind]?[$0] }?.trimmedOrNil
  }

  /// The type, in words, to which a subtype of parties belongs.
  func partyType(ofSubType id: String?) -> String? {
    text("PartyType", id.flatMap { partyTypes[$0] })
  }

  /// The documents of an identity, such as a ship's registration.
  func documents(of identity: String?) -> [Document] { identity.flatMap { documents[$0] } ?? [] }

  /// The country of a place, in words.
  func country(of location: String?) -> String? {
    text("Country", location.flatMap { countries[$0] })
  }
}

/// Since when and why a party of OFAC's advanced schema is listed.
struct AdvancedListing {
  /// The legal bases, in file order.
  private(set) var bases: [String] = []
  /// The codes of programmes, in file order.
  private(set) var programmes: [String] = []
  /// The first day.
  private(set) var listedFrom: UTCTime?

  /// Takes one entry on the list; a party may have several.
  mutating func add(_ entry: XMLElement, _ references: AdvancedReferences) {
    let events = entry.all("EntryEvent")
    bases += events.compactMap { references.text("LegalBasis", $0.attribute("LegalBasisID")) }
    let dates = events.flatMap { $0.all("Date") }.compactMap(advancedDate)
    listedFrom = ([listedFrom].compactMap(\.self) + dates).min()
    // The codes stand in the comments of measures, beside remarks in sentences.
    for code in entry.all("SanctionsMeasure").compactMap({ $0.value("Comment") })
    where !code.contains(" ") && !programmes.contains(code) {
      programmes.append(code)
    }
  }
}

/// A tie between two parties of OFAC's advanced schema.
struct AdvancedRelation {
  /// The profile that is tied.
  let from: String
  /// The profile that it is tied to.
  let to: String
  private let type: String?

  /// Returns `nil` unless both are named.
  init?(_ element: XMLElement) {
    guard let from = element.attribute("From-ProfileID"),
      let to = element.attribute("To-ProfileID")
    else { return nil }
    self.from = from
    self.to = to
    type = element.attribute("RelationTypeID")
  }

  func link(to name: String, _ references: AdvancedReferences) -> DesignationLink {
    let kind = references.text("RelationType", type)
    return DesignationLink(kind == "Owned or Controlled By" ? .owner : .linkedTo, name)
  }
}
