import Maritime
import Testing

@testable import Reporting

struct MapFrameTests {
  private static func place(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try #require(Coordinate(latitude: latitude, longitude: longitude))
  }

  @Test(arguments: [
    [(42.0, 131.0), (43.0, 133.0)], [(0.0, 0.0)], [(-33.0, 151.0), (60.0, -20.0)],
    [(50.0, 179.0), (52.0, -178.0)], [(89.9, 0.0), (89.8, 120.0)], [(-90.0, 10.0)],
    [(10.0, -180.0), (10.0, 180.0), (10.0, 0.0)],
  ])
  func holdsEveryPlace(_ places: [(Double, Double)]) throws {
    let places = try places.map { try Self.place($0.0, $0.1) }
    let frame = try #require(MapFrame(around: places))
    for place in places { #expect(frame.holds(frame.point(place)), "\(place)") }
    #expect(frame.scale.x > 0 && frame.scale.y > 0)
  }

  @Test func staysSmallOverTheAntimeridian() throws {
    let frame = try #require(
      MapFrame(around: [Self.place(50, 179), Self.place(51, -179)]))
    #expect(frame.east - frame.west < 10)
    let (east, west) = (try Self.place(50, 179), try Self.place(50, -179))
    #expect(frame.point(east).x < frame.point(west).x)
  }

  @Test func hasNoFrameForNothing() { #expect(MapFrame(around: []) == nil) }

  @Test func isTrueToScale() throws {
    let frame = try #require(MapFrame(around: [Self.place(40, 130), Self.place(42, 131)]))
    let (from, to) = (try Self.place(41, 130), try Self.place(41, 131))
    let drawn = frame.point(from).distance(to: frame.point(to)) / frame.unitsPerKilometre
    #expect(abs(drawn - from.distance(to: to) / 1000) < 1)
  }
}
