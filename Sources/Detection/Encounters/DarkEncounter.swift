public import Maritime

/// A vessel that lay still at sea where another that was silent may have been.
public struct DarkEncounter: Hashable, Sendable {
  /// One of `tiers`.
  public var tier: String
  /// The vessel whose silence covers the place and the time.
  public var partner: VesselReference?
  /// The distance in metres from the place to the partner's way, straight between the ends of its
  /// silence.
  public var distance: Double?

  /// Creates a possible encounter.
  public init(tier: String, partner: VesselReference? = nil, distance: Double? = nil) {
    self.tier = tier
    self.partner = partner
    self.distance = distance
  }

  /// How likely it is: within 5 nm of the partner's way, within 15 nm, within 50 nm.
  ///
  /// Source of the bounds: RadianceFleet, dark_sts.
  public static let tiers = ["high", "low", "medium"]

  /// How rules see a possible encounter with a silent vessel.
  public static let schema = FactSchema<DarkEncounter>(
    "dark_encounter", "A vessel that lay still at sea where a silent one may have been.",
    fields: [
      FactField(
        "tier", .word(tiers), "How likely it is: `high` within 5 nm, `medium` 15 nm, `low` 50 nm."
      ) { .word($0.tier) },
      FactField(optional: "partner", .vessel, "The vessel that was silent.") {
        $0.partner.map(FactValue.vessel)
      },
      FactField(
        optional: "distance", .quantity(.length),
        "From the place to the partner's way, straight between the ends of its silence."
      ) { $0.distance.map { .quantity(.length(metres: $0)) } },
    ])
}
