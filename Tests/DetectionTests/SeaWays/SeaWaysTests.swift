import Detection
import Maritime
import TestSupport
import Testing

struct SeaWaysTests {
  /// A wall of land from 20 to 24 degrees east, up to 10 degrees north, with a lake in it.
  private static let sea = Sea(
    Array(
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
         [[[20, -90], [24, -90], [24, 10], [20, 10], [20, -90]]]}},
        {"type": "Feature", "properties": {"water": true}, "geometry": {"type": "Polygon",
         "coordinates": [[[21.5, 0], [22.5, 0], [22.5, 1], [21.5, 1], [21.5, 0]]]}}]}
      """.utf8), ports: [(0, 16), (12, 25), (0, 25), (9, 25), (0, -178), (0.5, 22), (-5, 22)])

  @Test(
    arguments: [
      (0, 18, 0, 16, 120, 120),  // on the same side: the great circle
      (12, 19, 12, 25, 352, 353),  // past the northern end
      (0, 19, 0, 25, 1385, 1430),  // round it: 1442 nm by the corners, times 0.98
      (9, 19, 9, 25, 375, 400),
      (0, 179, 0, -178, 180, 180),  // across the antimeridian
      (0, 19, 0.5, 22, 182, 183),  // to a lake, of which nothing is known: the great circle
      (0, 19, -5, 22, 349, 350),  // and far inland
    ] as [(Double, Double, Double, Double, Double, Double)])
  func goesRoundLand(
    _ fromLatitude: Double, _ fromLongitude: Double, _ latitude: Double, _ longitude: Double,
    least: Double, most: Double
  ) throws {
    let found = try #require(
      Self.sea.nauticalMiles(from: (fromLatitude, fromLongitude), to: (latitude, longitude)))
    #expect(found >= least - 1 && found <= most + 1, "\(found) nm")
  }

  /// Round the wall, which a straight line would cross: the ratio is of the way at sea.
  @Test func measuresDetoursByTheWayAtSea() throws {
    let voyage = try #require(
      Self.sea.voyage(from: (0, 16), by: [(13, 18), (13, 25)], to: (9, 25)))
    let names = voyage.header.detector?.parameters.map(\.name) ?? []
    #expect(names.filter { $0.hasPrefix("sea_") } == ["sea_distance_share", "sea_search_cells"])
    let ratio = try #require(voyage.text("detour_ratio").flatMap(Double.init))
    #expect((1.2...1.6).contains(ratio), "\(ratio)")
    // The same way by the great circle would be twice as long as need be.
    let direct = try #require(
      Self.sea.voyage(from: (0, 16), by: [(10.1, 20), (10.1, 24)], to: (0, 25)))
    let shortest = try #require(direct.text("detour_ratio").flatMap(Double.init))
    #expect((1...1.05).contains(shortest), "\(shortest)")
  }

  @Test func saysWithWhichParametersItSearched() throws {
    let call = try #require(Self.sea.call(from: (0, 18), to: (0, 16)))
    let names = call.header.detector?.parameters.map(\.name) ?? []
    #expect(names.filter { $0.hasPrefix("sea_") } == ["sea_distance_share", "sea_search_cells"])
  }
}

/// Known ways on Natural Earth's land at 50 million.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.reason)"))
struct SeaWaysRealLandTests {
  /// A lower bound: at most 1 % longer than published and at most 11 % shorter, because a cell with
  /// any water cuts the corner of the land in it, and 2 % are left for the search.
  ///
  /// Published distances are those of common tables, rounded.
  @Test func agreesWithPublishedDistances() throws {
    let routes = [
      ("Busan to Vladivostok", (35.08, 129.08), (43.09, 131.89), 510.0),
      ("Rotterdam to Genoa", (51.98, 4.05), (44.39, 8.91), 2200),
      ("Port Said to Suez", (31.27, 32.32), (29.93, 32.56), 87),
      ("Istanbul to Piraeus", (41.01, 28.98), (37.94, 23.62), 354),
    ]
    let sea = Sea(try SharedData.uncompressed("geo/ne_50m_land.json.zst"), ports: routes.map(\.2))
    for (name, from, to, published) in routes {
      let found = try #require(
        sea.nauticalMiles(from: from, to: to, hours: max(14, published / 20 * 1.04 + 8)), "\(name)")
      #expect((0.89...1.01).contains(found / published), "\(name): \(found) nm")
    }
  }
}

/// A sea with ports, on which a vessel is silent until it is heard again in one of them.
private struct Sea {
  private let settings: DetectionSettings

  init(_ land: [UInt8], ports: [(Double, Double)]) {
    settings = DetectionSettings(
      gazetteer: Gazetteer(
        ports: ports.map { port(Self.code($0), $0.0, $0.1, groups: ["all"]) }, zones: []),
      coastline: CoastlineTable.read(land, file: "land.json").polygons.coastline)
  }

  /// The call that the silence leaves time for at the port where it ends.
  func call(from start: (Double, Double), to port: (Double, Double), hours: Double = 85) -> Fact? {
    var journey = Journey(200_000_001, start.0, start.1)
    journey.stay(hours: 1)
    journey.silence(hours: hours, to: port)
    journey.stay(hours: 1)
    return detectFacts(in: [journey.track], settings).first {
      $0.header.source == "inferred" && $0.text("port") == Self.code(port)
    }
  }

  /// The voyage between two ports by some corners, 60 hours a leg.
  func voyage(
    from start: (Double, Double), by corners: [(Double, Double)], to end: (Double, Double)
  ) -> Fact? {
    var journey = Journey(200_000_001, start.0, start.1 - 1)
    journey.sail(start.0, start.1, hours: 12, knots: 10)
    journey.stay(hours: 10)
    for corner in corners + [end] { journey.sail(corner.0, corner.1, hours: 60, knots: 10) }
    journey.stay(hours: 10)
    return detectFacts(in: [journey.track], settings).first { $0.kind.name == "voyage" }
  }

  /// The way to the port, from the time that is left at 20 knots.
  func nauticalMiles(
    from start: (Double, Double), to port: (Double, Double), hours: Double = 85
  ) -> Double? {
    call(from: start, to: port, hours: hours).flatMap { call in
      call.endHours.map { (hours - ($0 - call.startHours)) * 20 }
    }
  }

  private static func code(_ place: (Double, Double)) -> String { "\(place.0) \(place.1)" }
}
