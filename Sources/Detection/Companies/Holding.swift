public import Maritime

/// A part that a company or person has in a company, for as long as the fact lasts.
///
/// Facts of this kind name no vessel.
public struct Holding: Hashable, Sendable {
  /// One of `roles`.
  public var role: String
  /// The company that is held.
  public var company: CompanyReference
  /// Who holds it.
  public var holder: CompanyReference
  /// The share of the company, in millionths; `nil` when not known.
  public var share: Int64?
  /// Whether the holder has agreed with the other joint holders to act together.
  public var isJoint: Bool?
  /// Where the holder is registered or lives.
  public var country: CountryCode?

  /// Creates a holding of which no share is known.
  public init(role: String, company: CompanyReference, holder: CompanyReference) {
    self.role = role
    self.company = company
    self.holder = holder
  }

  /// What a holder can be, in snake case.
  ///
  /// A `controller` decides without a majority of shares: by votes, by the right to appoint most of
  /// the board, or in fact. A `director` is one of the board and decides nothing alone.
  public static let roles = ["controller", "director", "shareholder"]

  /// How rules see a holding.
  public static let schema = FactSchema<Holding>(
    "holding", "A part that a company or person has in a company, as long as the fact lasts.",
    isAboutVessel: false,
    fields: [
      FactField("role", .word(roles), "What the holder is.") { .word($0.role) },
      FactField("company", .company, "The company that is held.") { .company($0.company) },
      FactField("holder", .company, "Who holds it.") { .company($0.holder) },
      FactField(
        optional: "share", .quantity(.ratio), "The share of the company.", limits: 0...1_000_000
      ) { $0.share.map { .quantity(Quantity(.ratio, steps: $0)) } },
      FactField(
        optional: "joint", .bool, "Whether the holder acts together with other joint holders."
      ) { $0.isJoint.map(FactValue.bool) },
      FactField(optional: "country", .country, "Where the holder is registered or lives.") {
        $0.country.map(FactValue.country)
      },
    ])
}
