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
    ])
}
