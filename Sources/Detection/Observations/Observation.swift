public import Maritime

/// What of a vessel was read: a verdict says how much it rests on.
public struct Observation: Hashable, Sendable {
  /// The number of positions.
  public let positions: Int

  /// How rules see an observation.
  public static let schema = FactSchema<Observation>(
    "observation", "What was read of a vessel, from its first to its last position.",
    fields: [
      FactField("positions", .quantity(.count), "The number of positions.") {
        .quantity(.count($0.positions))
      }
    ])
}
