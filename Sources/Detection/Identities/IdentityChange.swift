public import Maritime

/// A change in what a vessel says of itself, or in what a registry says of it.
public struct IdentityChange: Hashable, Sendable {
  /// One of `fields`.
  public let field: String
  /// The value before.
  public let from: String
  /// The value after.
  public let to: String

  /// What can change.
  public static let fields = ["call_sign", "flag", "imo", "mmsi", "name", "type"]

  /// How rules see a change of identity.
  public static let schema = FactSchema<IdentityChange>(
    "identity_change", "A change in what a vessel says of itself or a registry says of it.",
    perVesselYear: 100,
    fields: [
      FactField("field", .word(fields), "What changed.") { .word($0.field) },
      FactField("from", .text, "The value before.") { .text($0.from) },
      FactField("to", .text, "The value after.") { .text($0.to) },
    ])
}

/// A vessel's move from one flag to another.
public struct FlagChange: Hashable, Sendable {
  /// The flag before; `nil` when not known.
  public let from: CountryCode?
  /// The flag after; `nil` when not known, or when there is none.
  public let to: CountryCode?
  /// How the vessel stands with the new registry, one of `VesselIdentity.registryStatuses`.
  public let registryStatus: String?
  /// Whether the vessel was sold to another group within thirty days.
  public var isWithSale: Bool?

  /// How rules see a change of flag.
  public static let schema = FactSchema<FlagChange>(
    "flag_change", "A vessel's move from one flag to another.",
    perVesselYear: 50,
    fields: [
      FactField(optional: "from", .country, "The flag before.") { $0.from.map(FactValue.country) },
      FactField(optional: "to", .country, "The flag after.") { $0.to.map(FactValue.country) },
      FactField(
        optional: "registry_status", .word(VesselIdentity.registryStatuses),
        "How the vessel stands with the registry of the new flag."
      ) { $0.registryStatus.map(FactValue.word) },
      FactField(
        optional: "with_sale", .bool,
        "Whether the vessel was sold to another group within thirty days."
      ) { $0.isWithSale.map(FactValue.bool) },
    ])
}
