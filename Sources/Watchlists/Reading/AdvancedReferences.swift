import Maritime

/// What parties of OFAC's advanced schema point to by number.
struct AdvancedReferences {
  /// The elements that are read; all else is looked over.
  static let elements: Set<String> = [
    "DateOfIssue", "AliasType", "PartySubType", "PartyType", "FeatureType", "DetailReference",
    "LegalBasis", "IDRegDocType", "IDRegDocument", "Location", "Country", "DistinctParty",
    "SanctionsEntry", "ProfileRelationship", "RelationType",
  ]

  private let texts: [String: [String: String]]
  private let attributes: [String: [String: [String: String]]]
  /// The documents of an identity.
  private let documents: [String: [XMLElement]]
  /// The entries of a profile.
  private let entries: [String: [XMLElement]]
  /// What a profile is tied to, by the profile.
  private let relations: [String: [XMLElement]]
  /// The primary name of each profile.
  private let names: [String: String]
  /// The country of a place.
  private let countries: [String: String]

  init(_ content: XMLRecords) {
    let elements = content.records.map(\.element)
    let values = elements.filter { $0.attribute("ID") != nil && $0.children.isEmpty }
    let kinds = Dictionary(grouping: values, by: \.name)
    texts = kinds.mapValues { byID($0) { $0.text.trimmed } }
    attributes = kinds.mapValues { byID($0) { $0.attributes } }
    func grouped(_ name: String, by key: String) -> [String: [XMLElement]] {
      Dictionary(grouping: elements.filter { $0.name == name }) { $0.attribute(key) ?? "" }
    }
    documents = grouped("IDRegDocument", by: "IdentityID")
    entries = grouped("SanctionsEntry", by: "ProfileID")
    relations = grouped("ProfileRelationship", by: "From-ProfileID")
    let parties = elements.filter { $0.name == "DistinctParty" }.flatMap { $0.all("Profile") }
    names = byID(parties) { AdvancedParty.names(of: $0).first?.text ?? "" }
    countries = byID(elements.filter { $0.name == "Location" }) {
      $0.all("LocationCountry").first?.attribute("CountryID") ?? ""
    }
  }

  /// The text of a reference value.
  func text(_ kind: String, _ id: String?) -> String? {
    id.flatMap { texts[kind]?[$0] }?.trimmedOrNil
  }

  /// An attribute of a reference value.
  func attribute(_ kind: String, _ id: String?, _ name: String) -> String? {
    id.flatMap { attributes[kind]?[$0]?[name] }
  }

  /// The documents of an identity, such as a ship's registration.
  func documents(of identity: String?) -> [XMLElement] { identity.flatMap { documents[$0] } ?? [] }

  /// The country of a place, in words.
  func country(of location: String?) -> String? {
    text("Country", location.flatMap { countries[$0] })
  }

  /// Whom a profile is tied to and how.
  func links(of profile: String?) -> [DesignationLink] {
    (profile.flatMap { relations[$0] } ?? []).compactMap { relation in
      let other = relation.attribute("To-ProfileID").flatMap { names[$0] }?.trimmedOrNil
      let kind = text("RelationType", relation.attribute("RelationTypeID"))
      return other.map {
        DesignationLink(kind == "Owned or Controlled By" ? .owner : .linkedTo, $0)
      }
    }
  }

  /// The entries of a profile on the list.
  func entries(of profile: String?) -> [XMLElement] { profile.flatMap { entries[$0] } ?? [] }
}

/// Something of each element by its number; the first of a number counts.
private func byID<Value>(
  _ elements: [XMLElement], _ value: (XMLElement) -> Value
) -> [String: Value] {
  Dictionary(elements.map { ($0.attribute("ID") ?? "", value($0)) }) { first, _ in first }
}
