public import Maritime

/// Positions that no single vessel can have sent from where they say.
public struct Anomaly: Hashable, Sendable {
  /// One of `kinds`.
  public let kind: String
  /// The highest speed in knots that the positions ask for; `nil` when speed does not matter.
  public let impliedSpeed: Double?
  /// How far in metres the claimed place is from where the vessel can be.
  public let displacement: Double?
  /// The claimed place, or where the vessel was heard again.
  public let endPosition: Coordinate?
  /// One of `confidences`, for patterns that have a measure of it.
  public var confidence: String?

  /// What an anomaly can be.
  public static let kinds = [
    "circle", "duplicate_identity", "impossible_speed", "jamming_area", "line", "offset", "on_land",
    "static",
  ]

  /// How sure something is.
  public static let confidences = ["high", "low", "medium"]

  /// How rules see an anomaly.
  public static let schema = FactSchema<Anomaly>(
    "anomaly", "Positions that no single vessel can have sent from where they say.",
    fields: [
      FactField("kind", .word(kinds), "What is wrong with the positions.") { .word($0.kind) },
      FactField(
        optional: "implied_speed", .quantity(.speed), "The highest speed the positions ask for."
      ) { $0.impliedSpeed.map { .quantity(.speed(knots: $0)) } },
      FactField(
        optional: "displacement", .quantity(.length),
        "How far the claimed place is from where the vessel can be."
      ) { $0.displacement.map { .quantity(.length(metres: $0)) } },
      FactField(optional: "end_position", .position, "The claimed place furthest away.") {
        $0.endPosition.map(FactValue.position)
      },
      FactField(
        optional: "confidence", .word(confidences),
        "How sure the pattern is, when that is measured."
      ) { $0.confidence.map(FactValue.word) },
    ])
}
