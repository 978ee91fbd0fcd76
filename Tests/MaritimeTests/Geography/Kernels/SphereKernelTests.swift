import Foundation
import Maritime
import TestSupport
import Testing

struct SphereKernelTests {
  @Test func agreesWithTheHaversineOfTheSystem() {
    var numbers = SeededGenerator(seed: 11)
    for index in 0..<20_000 {
      let (a, b) = (point(&numbers), point(&numbers))
      // Half of the pairs are near each other, where a bad formula loses its digits.
      let near = (a.0 * 0.999_999 + b.0 * 1e-6, a.1 + (b.1 - a.1) * 1e-6)
      let other = index.isMultiple(of: 2) ? b : near
      let metres = greatCircleMetres(
        latitude1: a.0, longitude1: a.1, latitude2: other.0, longitude2: other.1)
      // A millimetre, and near the antipode, where the arcsine is steep, a metre.
      let expected = haversine(a, other)
      #expect(abs(metres - expected) < (expected > 1.9e7 ? 1 : 1e-3), "\(a) \(other)")
    }
  }

  @Test(
    arguments: [
      (0, 0, 0, 0, 0), (0, 0, 0, 180, 20_015_114.352), (90, 0, -90, 0, 20_015_114.352),
      (0, 179.5, 0, -179.5, 111_195.080), (0, 0, 0, 1, 111_195.080), (60, 0, 60, 1, 55_597.011),
    ] as [(Double, Double, Double, Double, Double)])
  func knowsDistancesByHand(
    _ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double,
    _ metres: Double
  ) {
    let found = greatCircleMetres(
      latitude1: latitude1, longitude1: longitude1, latitude2: latitude2, longitude2: longitude2)
    #expect(abs(found - metres) < 1.5)
  }

  @Test func knowsSineAndCosine() {
    for degrees in stride(from: -720.0, through: 720, by: 0.37) {
      #expect(abs(sineOfDegrees(degrees) - sin(degrees * .pi / 180)) < 1e-13)
      #expect(abs(cosineOfDegrees(degrees) - cos(degrees * .pi / 180)) < 1e-13)
    }
  }

  private func point(_ numbers: inout SeededGenerator) -> (Double, Double) {
    (Double.random(in: -90...90, using: &numbers), Double.random(in: -180...180, using: &numbers))
  }

  private func haversine(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = sin((b.0 - a.0) * radians / 2)
    let halfLongitude = sin((b.1 - a.1) * radians / 2)
    let share =
      halfLatitude * halfLatitude
      + cos(a.0 * radians) * cos(b.0 * radians) * halfLongitude * halfLongitude
    return 2 * earthRadiusMetres * atan2(share.squareRoot(), max(0, 1 - share).squareRoot())
  }
}
