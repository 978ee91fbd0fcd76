public import Maritime

/// A part in a vessel that went from one company to another.
public struct OwnershipChange: Hashable, Sendable {
  /// One of `Party.roles`.
  public var role: String
  /// The company before.
  public var from: String?
  /// The company after.
  public var to: String?
  /// Where the company before is registered.
  public var fromCountry: CountryCode?
  /// Where the company after is registered.
  public var toCountry: CountryCode?
  /// Whether both belong to one group, so that nothing but the name changed.
  public var staysInGroup: Bool?

  /// Creates a change of which nothing but the part is known.
  public init(role: String) { self.role = role }

  /// How rules see a change of ownership.
  public static let schema = FactSchema<OwnershipChange>(
    "ownership_change", "A part in a vessel that went from one company to another.",
    fields: [
      FactField("role", .word(Party.roles), "Which part.") { .word($0.role) },
      FactField(optional: "from", .text, "The company before.") { $0.from.map(FactValue.text) },
      FactField(optional: "to", .text, "The company after.") { $0.to.map(FactValue.text) },
      FactField(optional: "from_country", .country, "Where the company before is registered.") {
        $0.fromCountry.map(FactValue.country)
      },
      FactField(optional: "to_country", .country, "Where the company after is registered.") {
        $0.toCountry.map(FactValue.country)
      },
      FactField(
        optional: "same_group", .bool, "Whether both companies belong to one group."
      ) { $0.staysInGroup.map(FactValue.bool) },
    ])
}
