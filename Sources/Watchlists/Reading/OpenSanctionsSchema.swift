import Maritime

/// The kind of a subject under the names of FollowTheMoney, the model of OpenSanctions.
func openSanctionsKind(_ schema: String?) -> Designation.Kind {
  switch schema?.lowercased() {
  case "vessel": .vessel
  case "company", "organization", "legalentity", "publicbody": .company
  case "person": .person
  default: .other
  }
}

/// A number among the identifiers, if it can be one of a ship or of its company.
///
/// Tax and registration numbers stand beside them, so that a ship's number needs a right check
/// digit and a company's the letters IMO.
func openSanctionsNumber(_ text: String, of kind: Designation.Kind) -> DesignationIdentifier? {
  switch kind {
  case .vessel:
    IMONumber(text.droppingPrefix("IMO").trimmed).map(DesignationIdentifier.imo)
  case .company:
    text.hasPrefix("IMO") ? DesignationIdentifier(companyNumber: text) : nil
  case .person, .other: nil
  }
}
