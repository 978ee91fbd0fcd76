public import Maritime

/// A vessel seen by someone else than its own AIS: an image, an agent, a port's record.
public struct Sighting: Hashable, Sendable {
  /// The port, when it was in one.
  public var port: PortReference?
  /// The country of the port or of the waters.
  public var country: CountryCode?
  /// One of `activities`.
  public var activity: String?
  /// The vessel alongside, when there was one.
  public var partner: VesselReference?
  /// The distance in metres to the AIS position of the same time; `nil` when there was none.
  public var aisDistance: Double?
  /// The milliseconds to the AIS position nearest in time.
  public var aisInterval: Int64?
  /// One of `Anomaly.confidences`.
  public var match: String?

  /// Creates a sighting of which nothing but the time is known.
  public init() {}

  /// What the vessel was seen doing.
  public static let activities = [
    "alongside_vessel", "anchored", "covered_loading", "discharging", "loading", "moored",
    "under_way",
  ]

  /// How rules see a sighting.
  public static let schema = FactSchema<Sighting>(
    "sighting", "A vessel seen by someone else than its own AIS: an image, an agent, a record.",
    fields: [
      FactField(optional: "port", .port, "The port, when it was in one.") {
        $0.port.map(FactValue.port)
      },
      FactField(optional: "country", .country, "The country of the port or of the waters.") {
        $0.country.map(FactValue.country)
      },
      FactField(optional: "activity", .word(activities), "What it was seen doing.") {
        $0.activity.map(FactValue.word)
      },
      FactField(optional: "partner", .vessel, "The vessel alongside.") {
        $0.partner.map(FactValue.vessel)
      },
      FactField(
        optional: "ais_distance", .quantity(.length),
        "To the vessel's AIS position of the same time; missing when there was none."
      ) { $0.aisDistance.map { .quantity(.length(metres: $0)) } },
      FactField(
        optional: "ais_interval", .quantity(.duration),
        "To the vessel's AIS position nearest in time."
      ) { $0.aisInterval.map { .quantity(.duration(milliseconds: $0)) } },
      FactField(
        optional: "match", .word(Anomaly.confidences),
        "How sure it is that the vessel seen is this one."
      ) { $0.match.map(FactValue.word) },
    ])
}
