public import Maritime

/// Two slow vessels close together away from port, as one of them sees it.
public struct Encounter: Hashable, Sendable {
  /// The other vessel.
  public let partner: VesselReference
  /// The median distance between the two in metres.
  public let medianDistance: Double
  /// The median speed of the two in knots, of all steps of both.
  public let medianSpeed: Double
  /// The distance to the middle of the nearest port area in metres; `nil` beyond 50 km.
  public let portDistance: Double?
  /// The distance in metres to the nearest shore.
  public var shoreDistance: Double?
  /// The id of the zone it was in.
  public var zone: String?
  /// The share of it that fell between sunset and sunrise, from 0 to 1.
  public var nightShare: Double?
  /// The flag of the other vessel at the time.
  public var partnerFlag: CountryCode?
  /// The type of the other vessel, one of `VesselIdentity.types`.
  public var partnerType: String?
  /// The longest silence of the other vessel in the six months before, in milliseconds.
  ///
  /// BIMCO's AIS Switch-Off Clause 2021 asks charterers about as long a time.
  public var partnerGap: Int64?

  /// How rules see an encounter.
  public static let schema = FactSchema<Encounter>(
    "encounter", "Two slow vessels close together away from port; each vessel has its own fact.",
    fields: [
      FactField("partner", .vessel, "The other vessel.") { .vessel($0.partner) },
      FactField(
        "median_distance", .quantity(.length), "The median distance between the two vessels."
      ) { .quantity(.length(metres: $0.medianDistance)) },
      FactField("median_speed", .quantity(.speed), "The median speed of the two vessels.") {
        .quantity(.speed(knots: $0.medianSpeed))
      },
      FactField(
        optional: "port_distance", .quantity(.length),
        "The distance to the nearest port area; missing beyond 50 km."
      ) { $0.portDistance.map { .quantity(.length(metres: $0)) } },
      FactField(
        optional: "shore_distance", .quantity(.length), "The distance to the nearest shore."
      ) { $0.shoreDistance.map { .quantity(.length(metres: $0)) } },
      FactField(optional: "zone", .zone, "The zone it was in.") { $0.zone.map(FactValue.zone) },
      FactField(
        optional: "night_share", .quantity(.ratio),
        "The share of it that fell between sunset and sunrise."
      ) { $0.nightShare.map { .quantity(.ratio($0)) } },
      FactField(
        optional: "partner_flag", .country, "The flag of the other vessel at the time."
      ) { $0.partnerFlag.map(FactValue.country) },
      FactField(
        optional: "partner_type", .word(VesselIdentity.types), "The type of the other vessel."
      ) { $0.partnerType.map(FactValue.word) },
      FactField(
        optional: "partner_gap", .quantity(.duration),
        "The other vessel's longest silence in the six months before while others were heard."
      ) { $0.partnerGap.map { .quantity(.duration(milliseconds: $0)) } },
    ])
}
