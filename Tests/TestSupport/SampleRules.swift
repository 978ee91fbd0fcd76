public import Maritime
public import RuleLanguage

/// A small world for tests of rules, so that they do not depend on real detectors and ports.
public enum SampleRules {
  /// Seven kinds of fact.
  public static let catalog = FactCatalog([
    sampleKind(
      "ais_gap",
      [
        FactField(optional: "end_position", .position, "Where it ended.") { $0["end_position"] },
        FactField(optional: "reception", .quantity(.ratio), "Reception.") { $0["reception"] },
        FactField(optional: "distance", .quantity(.length), "Distance.") { $0["distance"] },
        FactField(optional: "feed_outage", .bool, "Outage.") { $0["feed_outage"] },
      ]),
    sampleKind(
      "port_call",
      [
        FactField(optional: "port", .port, "The port.") { $0["port"] },
        FactField(optional: "country", .country, "The country.") { $0["country"] },
        FactField(optional: "draught_change", .quantity(.metre), "Change.") {
          $0["draught_change"]
        },
      ]),
    sampleKind(
      "encounter",
      [
        FactField(optional: "partner", .vessel, "The other vessel.") { $0["partner"] },
        FactField(optional: "median_distance", .quantity(.length), "Distance.") {
          $0["median_distance"]
        },
        FactField(optional: "zone", .zone, "Where.") { $0["zone"] },
        FactField(optional: "at_night", .bool, "At night.") { $0["at_night"] },
        FactField(optional: "vessels", .quantity(.count), "How many.") { $0["vessels"] },
      ]),
    sampleKind(
      "party",
      [
        FactField(optional: "company", .company, "The company.") { $0["company"] },
        FactField(optional: "role", .word(["manager", "operator", "owner"]), "Its role.") {
          $0["role"]
        },
      ]),
    sampleKind(
      "flag_change",
      [
        FactField(optional: "from", .country, "Before.") { $0["from"] },
        FactField(optional: "to", .country, "After.") { $0["to"] },
      ]),
    sampleKind(
      "discharge",
      [
        FactField(optional: "volume", .quantity(.volume), "How much.") { $0["volume"] },
        FactField(optional: "price", .money, "For how much.") { $0["price"] },
        FactField(optional: "volume_low", .quantity(.volume), "At least.") { $0["volume_low"] },
        FactField(optional: "volume_high", .quantity(.volume), "At most.") {
          $0["volume_high"]
        },
        FactField(optional: "destination_country", .country, "Where.") {
          $0["destination_country"]
        },
      ]),
    sampleKind(
      "anomaly",
      [
        FactField(optional: "kind", .word(["circle", "jump", "line", "static"]), "Kind.") {
          $0["kind"]
        },
        FactField(optional: "displacement", .quantity(.length), "How far.") {
          $0["displacement"]
        },
      ]),
  ])

  /// Three ports, of which two belong to `dprk`, and one zone around them.
  public static let gazetteer = Gazetteer(
    ports: [
      port("KPNAM", "Nampo", "KP", ["dprk"], 38.72, 125.40),
      port("KPRJN", "Rajin", "KP", ["dprk", "rajin"], 42.24, 130.29),
      port("CNDLC", "Dalian", "CN", [], 38.92, 121.65),
    ].compactMap(\.self),
    zones: [
      Zone(
        id: "kp-eez", name: "DPRK waters", kind: "eez", country: CountryCode("KP"),
        polygons: [[ring([(37.5, 123.5), (37.5, 126), (39.5, 126), (39.5, 123.5)])]])
    ])

  /// A compiler for that world.
  public static let compiler = RuleCompiler(
    catalog: catalog, stateFields: VesselIdentity.stateFields, gazetteer: gazetteer)

  /// A rule about one `match:`, whose other keys are as short as they can be.
  public static func rule(match: String, rest: String = "") -> String {
    """
    kind: rule
    language: 1
    id: sample
    title: A sample
    status: stable
    severity: high
    \(rest)
    match:
    \(match.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

    """
  }

  private static func sampleKind(
    _ name: String, _ fields: [FactField<[String: FactValue]>]
  ) -> FactKind {
    FactSchema<[String: FactValue]>(name, "A sample.", perVesselYear: 50, fields: fields).kind
  }

  private static func port(
    _ code: String, _ name: String, _ country: String, _ groups: [String], _ latitude: Double,
    _ longitude: Double
  ) -> Port? {
    Coordinate(latitude: latitude, longitude: longitude).map {
      Port(
        code: code, name: name, country: CountryCode(country), groups: groups,
        areas: [Port.Area(center: $0, radius: 5000)])
    }
  }

  private static func ring(_ points: [(Double, Double)]) -> Zone.Ring {
    points.compactMap { Coordinate(latitude: $0.0, longitude: $0.1) }
  }
}
