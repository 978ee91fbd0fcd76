public import Maritime

/// A company or person with a part in a vessel, for as long as the fact lasts.
public struct Party: Hashable, Sendable {
  /// One of `roles`.
  public var role: String
  /// The company, by its IMO number, its name as the source writes it, or both.
  public var company: CompanyReference?
  /// Where it is registered or lives.
  public var country: CountryCode?

  /// Creates a party of which nothing but its part is known.
  public init(role: String) { self.role = role }

  /// The parts that the companies of a vessel play, in snake case.
  public static let roles = CompanyReference.partsInVessels

  /// How rules see a party.
  public static let schema = FactSchema<Party>(
    "party", "A company or person with a part in a vessel, for as long as the fact lasts.",
    fields: [
      FactField("role", .word(roles), "What part it has.") { .word($0.role) },
      FactField(optional: "company", .company, "The company, by IMO number, name or both.") {
        $0.company.map(FactValue.company)
      },
      FactField(optional: "country", .country, "Where it is registered or lives.") {
        $0.country.map(FactValue.country)
      },
    ])
}
