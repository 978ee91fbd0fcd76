public import Maritime

/// A passage from one port to the next, with what was declared of it and of its cargo.
public struct Voyage: Hashable, Sendable {
  /// The port it began in.
  public var from: PortReference?
  /// The port it ended in or is bound for.
  public var to: PortReference?
  /// The destination as AIS or the papers declared it.
  public var declaredDestination: PortReference?
  /// The distance in metres from the declared destination to the port it ended in.
  public var destinationDistance: Double?
  /// The way sailed by the shortest way at sea; 1 is no detour.
  public var detourRatio: Double?
  /// Whether weather, a port's orders, repair or rescue explain the way it took.
  public var isDetourExplained: Bool?
  /// Whether it carried cargo.
  public var isLaden: Bool?
  /// One of `CargoHandling.cargoes`.
  public var cargo: String?
  /// The country the cargo comes from.
  public var originCountry: CountryCode?
  /// The country the cargo goes to.
  public var destinationCountry: CountryCode?
  /// Whether a company of the EU or the G7 carries, insures, finances or brokers it.
  public var usesCoalitionService: Bool?

  /// Creates a voyage of which nothing is known but its time.
  public init() {}

  /// How rules see a voyage.
  public static let schema = FactSchema<Voyage>(
    "voyage", "A passage from one port to the next, with what was declared of it and its cargo.",
    fields: [
      FactField(optional: "from", .port, "The port it began in.") { $0.from.map(FactValue.port) },
      FactField(optional: "to", .port, "The port it ended in or is bound for.") {
        $0.to.map(FactValue.port)
      },
      FactField(
        optional: "declared_destination", .port, "The destination that AIS or the papers declared."
      ) { $0.declaredDestination.map(FactValue.port) },
      FactField(
        optional: "destination_distance", .quantity(.length),
        "From the declared destination to the port it ended in."
      ) { $0.destinationDistance.map { .quantity(.length(metres: $0)) } },
      FactField(
        optional: "detour_ratio", .quantity(.ratio),
        "The way sailed by the shortest way at sea; 1 is no detour."
      ) { $0.detourRatio.map { .quantity(.ratio($0)) } },
      FactField(
        optional: "detour_explained", .bool,
        "Whether weather, a port's orders, repair or rescue explain the way it took."
      ) { $0.isDetourExplained.map(FactValue.bool) },
      FactField(optional: "laden", .bool, "Whether it carried cargo.") {
        $0.isLaden.map(FactValue.bool)
      },
      FactField(optional: "cargo", .word(CargoHandling.cargoes), "The class of cargo.") {
        $0.cargo.map(FactValue.word)
      },
      FactField(optional: "origin_country", .country, "The country the cargo comes from.") {
        $0.originCountry.map(FactValue.country)
      },
      FactField(optional: "destination_country", .country, "The country the cargo goes to.") {
        $0.destinationCountry.map(FactValue.country)
      },
      FactField(
        optional: "coalition_service", .bool,
        "Whether a company of the EU or the G7 carries, insures, finances or brokers it."
      ) { $0.usesCoalitionService.map(FactValue.bool) },
    ])
}
