import Maritime
import TestSupport
import Testing

struct CoastlineTests {
  /// A square island with a lagoon, written clockwise, and one across the antimeridian.
  private static let islands = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": null, "geometry": {"type": "Polygon", "coordinates": [
        [[10, 10], [10, 14], [14, 14], [14, 10], [10, 10]],
        [[11, 11], [13, 11], [13, 13], [11, 13], [11, 11]]]}},
      {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": [
        [[[178, -5], [180, -5], [180, 5], [178, 5], [178, -5]]],
        [[[-180, -5], [-179, -5], [-179, 5], [-180, 5], [-180, -5]]]]}},
      {"type": "Feature", "properties": {"featurecla": "Lake"},
       "geometry": {"type": "Polygon", "coordinates": [
        [[178.5, 0], [179.5, 0], [179.5, 1], [178.5, 1], [178.5, 0]]]}},
      {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
        [[-180, -90], [180, -90], [180, -80], [0, -75], [-180, -80], [-180, -90]]]}}]}
    """

  private func coastline(_ text: String = islands) throws -> Coastline {
    let (polygons, rejections) = CoastlineTable.read(Array(text.utf8), file: "land.json")
    #expect(rejections.isEmpty)
    return try #require(polygons.coastline)
  }

  private func point(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try #require(Coordinate(latitude: latitude, longitude: longitude))
  }

  @Test(
    arguments: [
      (10.5, 10.5, true), (12, 12, false), (9.9999999, 12, false), (13.0000001, 12, true),
      (0, 178.2, true), (0.5, 179, false), (0, 180, true), (0, -180, true), (0, -178.9, false),
      (-5.0000001, 180, false), (-90, 12, true), (-89.9, -180, true), (-79, 0, true),
      (-74.9, 0, false), (90, 0, false), (12, -168, false),
    ] as [(Double, Double, Bool)])
  func knowsLandFromWater(_ latitude: Double, _ longitude: Double, isLand: Bool) throws {
    #expect(try coastline().isLand(point(latitude, longitude)) == isLand)
  }

  @Test(
    arguments: [
      (12, 9, 108_768), (12, 12, 108_768), (15, 12, 111_195), (12, 10.5, 54_388),
      (-3, 180, 111_043),  // the cut at 180 degrees is no shore
      (0, -178, 111_195), (-90, 0, 1_111_951), (90, 0, 8_450_827),
    ] as [(Double, Double, Double)])
  func measuresToTheNearestShore(_ latitude: Double, _ longitude: Double, metres: Double) throws {
    let found = try #require(try coastline().shoreDistance(from: point(latitude, longitude)))
    #expect(abs(found - metres) < metres * 0.002 + 1, "\(found)")
    let coast = try coastline()
    #expect(coast.shoreDistance(from: try point(latitude, longitude), within: metres * 0.9) == nil)
  }

  /// Against a plain ray to the east and a plain look at every edge.
  @Test func agreesWithZonesOnRandomStars() throws {
    var numbers = SeededGenerator(seed: 11)
    for _ in 0..<6 {
      let middle = (Double.random(in: -60...60, using: &numbers), 0.0)
      let ring = star(around: middle, &numbers)
      let corners = ring.map { "[\($0.longitude), \($0.latitude)]" }
      let text = """
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
         [[\((corners + corners.prefix(1)).joined(separator: ", "))]]}}
        """
      let coast = try coastline(text)
      let zone = Zone(id: "z", name: "z", kind: "sea", country: nil, polygons: [[ring]])
      for _ in 0..<60 {
        let at = try point(
          middle.0 + .random(in: -4...4, using: &numbers), .random(in: -4...4, using: &numbers))
        #expect(coast.isLand(at) == zone.contains(at))
        guard !coast.isLand(at) else { continue }
        let (found, expected) = (try #require(coast.shoreDistance(from: at)), zone.distance(to: at))
        #expect(abs(found - expected) <= expected * 1e-9, "\(at): \(found), not \(expected)")
      }
    }
  }

  private func star(around middle: (Double, Double), _ numbers: inout SeededGenerator) -> Zone.Ring
  {
    (0..<40).compactMap { corner in
      let angle = Double(corner) * 9
      let radius = Double.random(in: 0.5...3, using: &numbers)
      return Coordinate(
        latitude: middle.0 + radius * sineOfDegrees(angle),
        longitude: middle.1 + radius * cosineOfDegrees(angle))
    }
  }

  /// Two shapes that overlap are land where either is, unlike with an even-odd rule.
  @Test func joinsPolygonsThatOverlap() throws {
    let coast = try coastline(
      """
      {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": [
        [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]], [[[2, 2], [6, 2], [6, 6], [2, 6], [2, 2]]]]}}
      """)
    #expect(try [point(1, 1), point(3, 3), point(5, 5)].allSatisfy(coast.isLand))
    #expect(try !coast.isLand(point(5, 1)))
  }
}

/// What places are on Natural Earth's finest land.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.reason)"))
struct CoastlineRealLandTests {
  @Test func knowsTheEarth() throws {
    let bytes = try SharedData.uncompressed("geo/ne_50m_land.json.zst")
    let (polygons, rejections) = CoastlineTable.read(bytes, file: "ne_50m_land.json")
    #expect(rejections.isEmpty)
    let coast = try #require(polygons.coastline)
    #expect(coast.edgeCount > 59_000)
    let places: [(Double, Double, Bool)] = [
      (48.85, 2.35, true), (39.9, 116.4, true), (43, 145.9, false), (0, 0, false),
      (-75, -60, false), (-80, 30, true), (90, 0, false), (42.2, 50.2, false), (67, 179.9, true),
      (67, -179.9, true), (36, 15, false),
    ]
    for (latitude, longitude, isLand) in places {
      let point = try #require(Coordinate(latitude: latitude, longitude: longitude))
      #expect(coast.isLand(point) == isLand, "\(point)")
    }
    // Point Nemo is 2,688 km from the nearest land (Lukatela, 1992).
    let nemo = try #require(Coordinate(latitude: -48.8767, longitude: -123.3933))
    let metres = try #require(coast.shoreDistance(from: nemo))
    #expect(abs(metres - 2_688_000) < 30_000, "\(metres)")
  }
}
