import Maritime
import TestSupport
import Testing

@testable import Detection

struct EdgeDistanceTests {
  private func ring(_ corners: [(Int32, Int32)]) -> [Coordinate] {
    corners.compactMap { Coordinate(latitudeE7: $0.0, longitudeE7: $0.1) }
  }

  @Test(arguments: [(50, 50, 50.0), (50, 130, 30), (130, 140, 50), (0, 0, 0), (30, 10, 10)])
  func measuresToASquare(_ latitude: Int32, _ longitude: Int32, _ distance: Double) {
    let square = ring([(0, 0), (0, 100), (100, 100), (100, 0)])
    #expect(chartDistance(latitude, longitude, toEdgesOf: [square]) == distance)
  }

  /// The plain version: many points of every edge.
  @Test func agreesWithADenseSample() {
    var generator = SeededGenerator(seed: 5)
    let number = { Int32.random(in: -1_000_000...1_000_000, using: &generator) }
    for _ in 0..<100 {
      let corners = ring((0..<5).map { _ in (number(), number()) })
      let (latitude, longitude) = (number(), number())
      let sampled = zip(corners, corners.dropFirst() + corners.prefix(1)).flatMap { a, b in
        (0...2000).map { step -> Double in
          let share = Double(step) / 2000
          let north = Double(a.latitudeE7) + Double(b.latitudeE7 - a.latitudeE7) * share
          let east = Double(a.longitudeE7) + Double(b.longitudeE7 - a.longitudeE7) * share
          let (y, x) = (north - Double(latitude), east - Double(longitude))
          return (x * x + y * y).squareRoot()
        }
      }.min()
      let exact = chartDistance(latitude, longitude, toEdgesOf: [corners])
      #expect(exact <= (sampled ?? 0) + 1e-6 && exact > (sampled ?? 0) - 1000)
    }
  }
}
