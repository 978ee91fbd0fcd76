public import Maritime

/// A vessel's stay in a zone, from entry to exit.
public struct ZoneTransit: Hashable, Sendable {
  /// The zone's id.
  public var zone: String
  /// The share of the voyage spent in the zone, from 0 to 1.
  public var share: Double?

  /// Creates a stay in a zone.
  public init(zone: String, share: Double? = nil) {
    self.zone = zone
    self.share = share
  }

  /// How rules see a stay in a zone.
  public static let schema = FactSchema<ZoneTransit>(
    "zone_transit", "A vessel's stay in a zone, from entry to exit.",
    fields: [
      FactField("zone", .zone, "The zone.") { .zone($0.zone) },
      FactField(
        optional: "share", .quantity(.ratio), "The share of the voyage spent in the zone."
      ) { $0.share.map { .quantity(.ratio($0)) } },
    ])
}
