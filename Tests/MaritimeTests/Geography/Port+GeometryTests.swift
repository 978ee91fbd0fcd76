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

@Test func isWithinWhatItsDistanceSays() throws {
  let point = try #require(Coordinate(latitude: 37.9, longitude: 124))
  for port in Gazetteer.shipped.ports {
    let distance = port.distance(to: point)
    for limit in [-1, 0, 50_000, distance, distance.nextDown, distance.nextUp] {
      #expect(port.isWithin(limit, of: point) == (distance <= limit), "\(port.code) \(limit)")
    }
  }
}

@Test func isInfinitelyFarWithoutCircles() throws {
  let port = Port(code: "XXTST", name: nil, country: nil, groups: [], areas: [])
  #expect(port.distance(to: try #require(Coordinate(latitude: 0, longitude: 0))) == .infinity)
}
