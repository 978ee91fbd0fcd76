public import Maritime

/// A period in which a vessel sent no position that the feed holds.
public struct Gap: Hashable, Sendable {
  /// From the last position before the silence to the first after it; open at the feed's end.
  public let span: TimeSpan
  /// Where the last position before the silence was.
  public let startPosition: Coordinate
  /// Where the first position after it was; `nil` while open.
  public let endPosition: Coordinate?
  /// The number of positions in the twelve hours before the silence, its first instant included.
  public let positionsBefore: Int
  /// How well others were heard there and then.
  public let reception: Reception
  /// The distance in metres from the last position to the nearest shore.
  public var shoreDistance: Double?
  /// Of the positions before, those that a satellite received.
  public var satellitePositionsBefore: Int?
  /// The positions a day that receivers usually hear of a vessel there.
  public var dailyPositions: Int?

  /// The great-circle distance between the ends in metres; `nil` while open.
  public var distance: Double? {
    endPosition.map { startPosition.distance(to: $0) }
  }

  /// The speed in knots of a straight course between the ends; `nil` while open.
  public var impliedSpeed: Double? {
    guard let distance, let end = span.end, end > span.start else { return nil }
    return knots(metres: distance, milliseconds: end - span.start)
  }

  /// How rules see a gap.
  public static let schema = FactSchema<Gap>(
    "ais_gap", "A period in which a vessel sent no position that the feed holds.",
    fields: [
      FactField(
        optional: "distance", .quantity(.length), "The great-circle distance between the ends."
      ) { $0.distance.map { .quantity(.length(metres: $0)) } },
      FactField(
        optional: "implied_speed", .quantity(.speed),
        "The speed of a straight course between the ends."
      ) { $0.impliedSpeed.map { .quantity(.speed(knots: $0)) } },
      FactField(optional: "end_position", .position, "Where the vessel was heard again.") {
        $0.endPosition.map(FactValue.position)
      },
      FactField(
        optional: "positions_before", .quantity(.count),
        "The positions in the 12 h before the gap."
      ) { .quantity(.count($0.positionsBefore)) },
      FactField(
        optional: "reception", .quantity(.ratio),
        "The share of the gap's hours in which another vessel was heard around either end."
      ) { $0.reception.share.map { .quantity(.ratio($0)) } },
      FactField(
        optional: "neighbours", .quantity(.count),
        "The other vessels heard around the ends during the gap."
      ) { .quantity(.count($0.reception.neighbours)) },
      FactField("open", .bool, "Whether the vessel is still silent when the feed ends.") {
        .bool($0.span.end == nil)
      },
      FactField(
        optional: "feed_outage", .bool,
        "Whether the vessels around were silent too for most of the gap."
      ) { .bool($0.reception.isFeedOutage) },
      FactField(
        optional: "shore_distance", .quantity(.length),
        "From the last position before the gap to the nearest shore."
      ) { $0.shoreDistance.map { .quantity(.length(metres: $0)) } },
      FactField(
        optional: "satellite_positions_before", .quantity(.count),
        "Of the positions before the gap, those that a satellite received."
      ) { $0.satellitePositionsBefore.map { .quantity(.count($0)) } },
      FactField(
        optional: "daily_positions", .quantity(.count),
        "The positions a day that receivers usually hear of a vessel there."
      ) { $0.dailyPositions.map { .quantity(.count($0)) } },
    ])
}

/// How well other vessels were heard around the ends of a gap while it lasted.
public struct Reception: Hashable, Sendable {
  /// The share of the gap's hours in which another vessel was heard around either end; `nil` when
  /// none was heard there in the day before or after either, so that nothing can be told.
  public let share: Double?
  /// The other vessels heard around the ends during the gap.
  public let neighbours: Int
  /// Whether the feed rather than the vessel was silent.
  public let isFeedOutage: Bool

  /// Creates a measure of reception.
  public init(share: Double?, neighbours: Int, isFeedOutage: Bool) {
    self.share = share
    self.neighbours = neighbours
    self.isFeedOutage = isFeedOutage
  }
}
