import Maritime
import TestSupport
import Testing

@testable import Detection

struct GreatCircleWayTests {
  private func position(_ latitude: Double, _ longitude: Double) -> Position {
    Position(
      time: 0, latitudeE7: Int32(latitude * 1e7), longitudeE7: Int32(longitude * 1e7), mmsi: 0,
      line: 1, file: 0)
  }

  /// No point of a dense sample of the way is nearer, and one is as near.
  @Test func isAsFarAsTheNearestOfManyPoints() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let place = { (reach: Double) in
        self.position(
          Double.random(in: -reach...reach, using: &generator),
          Double.random(in: -180...180, using: &generator))
      }
      let (start, end, point) = (place(85), place(85), place(89))
      let way = GreatCircleWay(start, end)
      let sampled = way.points(every: 20_000).map {
        greatCircleMetres(
          latitude1: $0.latitude, longitude1: $0.longitude, latitude2: point.latitude,
          longitude2: point.longitude)
      }.min()
      let exact = way.distance(toLatitude: point.latitudeE7, longitude: point.longitudeE7)
      #expect(abs((sampled ?? 0) - exact) < 10_100)
      #expect((sampled ?? 0) > exact - 1)
    }
  }

  @Test(arguments: [(0.0, 0.0, 0.0), (0, 1, 0), (1, 0.5, 111_195), (0, 2, 111_195)])
  func measuresFromTheEndsToo(_ latitude: Double, _ longitude: Double, _ metres: Double) {
    let way = GreatCircleWay(position(0, 0), position(0, 1))
    let distance = way.distance(
      toLatitude: Int32(latitude * 1e7), longitude: Int32(longitude * 1e7))
    #expect(abs(distance - metres) < 20)
  }

  @Test func copesWithoutAWay() {
    let way = GreatCircleWay(position(5, 5), position(5, 5))
    #expect(way.distance(toLatitude: 50_000_000, longitude: 50_000_000) == 0)
    #expect(way.points(every: 1000).count == 2)
  }
}
