import Maritime
import Testing

@Test func measuresToTheEdgeOfTheNearestCircle() throws {
  let near = try #require(Coordinate(latitude: 0, longitude: 1))
  let far = try #require(Coordinate(latitude: 0, longitude: 5))
  let port = Port(
    code: "XXTST", name: nil, country: nil, groups: [],
    areas: [.init(center: far, radius: 3000), .init(center: near, radius: 1195.08)])
  let origin = try #require(Coordinate(latitude: 0, longitude: 0))
  #expect(abs(port.distance(to: origin) - 110_000) < 1)
  #expect(port.distance(to: far) == 0)
  #expect(port.contains(far))
  #expect(!port.contains(origin))
}

@Test func isInfinitelyFarWithoutCircles() throws {
  let port = Port(code: "XXTST", name: nil, country: nil, groups: [], areas: [])
  #expect(port.distance(to: try #require(Coordinate(latitude: 0, longitude: 0))) == .infinity)
}
