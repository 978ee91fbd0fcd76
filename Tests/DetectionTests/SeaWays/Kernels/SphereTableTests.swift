import Maritime
import TestSupport
import Testing

@testable import Detection

struct SphereTableTests {
  @Test func measuresLikeTheGreatCircle() {
    var numbers = SeededGenerator(seed: 3)
    for _ in 0..<4000 {
      let a = (
        Double.random(in: -90...90, using: &numbers), Double.random(in: -180...180, using: &numbers)
      )
      let b = (
        Double.random(in: -90...90, using: &numbers), Double.random(in: -180...180, using: &numbers)
      )
      let plain = greatCircleMetres(
        latitude1: a.0, longitude1: a.1, latitude2: b.0, longitude2: b.1)
      let fast = SpherePoint(latitude: a.0, longitude: a.1)
        .metres(to: SpherePoint(latitude: b.0, longitude: b.1))
      #expect(abs(fast - plain) <= plain * 1e-6 + 0.001)
    }
  }

  @Test(arguments: [(0, -89.5, -179.5), (359, -89.5, 179.5), (360 * 90 + 180, 0.5, 0.5)])
  func knowsTheMiddleOfACell(_ cell: Int, _ latitude: Double, _ longitude: Double) {
    let table = SphereTable(rows: 180, columns: 360)
    let middle = SpherePoint(latitude: latitude, longitude: longitude)
    #expect(table.point(ofCell: cell).metres(to: middle) < 0.001)
  }
}
