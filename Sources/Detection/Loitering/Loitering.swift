public import Maritime

/// Hours of slow sailing away from port, or a time adrift.
public struct Loitering: Hashable, Sendable {
  /// The mean speed in knots over the way made.
  public let meanSpeed: Double
  /// The way made in metres, in straight lines of ten minutes.
  public let distance: Double
  /// The mean distance in metres to the nearest shore.
  public var shoreDistance: Double?
  /// Whether the vessel moved across its heading; `nil` where only the speed was measured.
  public var isDrift: Bool?

  /// How rules see loitering.
  public static let schema = FactSchema<Loitering>(
    "loitering", "Hours of slow sailing away from port, or a time adrift.",
    fields: [
      FactField("mean_speed", .quantity(.speed), "The mean speed over the way made.") {
        .quantity(.speed(knots: $0.meanSpeed))
      },
      FactField("distance", .quantity(.length), "The way made.") {
        .quantity(.length(metres: $0.distance))
      },
      FactField(
        optional: "drift", .bool,
        "Whether the vessel moved across its heading; missing where only the speed was measured."
      ) { $0.isDrift.map(FactValue.bool) },
      FactField(
        optional: "shore_distance", .quantity(.length), "The mean distance to the nearest shore."
      ) { $0.shoreDistance.map { .quantity(.length(metres: $0)) } },
    ])
}
