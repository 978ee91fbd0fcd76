import Maritime
import TestSupport
import Testing

@testable import Detection

struct AreaIndexTests {
  /// Ports in clusters, some across the antimeridian and near a pole.
  private func gazetteer(_ generator: inout SeededGenerator) throws -> Gazetteer {
    let rows = try (0..<300).map { index in
      let middle = [(10.0, 20.0), (-40, 179.99), (80, 0)][index % 3]
      let place = try #require(
        Coordinate(
          latitude: middle.0 + .random(in: -0.3...0.3, using: &generator),
          longitude: middle.1 - .random(in: 0...0.6, using: &generator)))
      return "P\(index),P\(index / 4),\(place.latitude),\(place.longitude)"
    }
    let text = "anchorage_id,port_id,lat,lon\n" + rows.joined(separator: "\n") + "\n"
    let (ports, rejections) = PortTable.read(Array(text.utf8), file: "ports.csv")
    #expect(rejections.isEmpty)
    return Gazetteer(ports: ports, zones: [])
  }

  @Test func findsTheNearestAreaAsALookAtAllDoes() throws {
    var generator = SeededGenerator(seed: 3)
    let index = AreaIndex(try gazetteer(&generator), cellE7: 500_000) { $0 + 1000 }
    var cursor = AreaIndex.Cursor()
    var found = 0
    for step in 0..<6000 {
      let middle = [(10.0, 20.0), (-40, -179.9), (80, 0)][step % 3]
      let latitude = Int32((middle.0 + .random(in: -0.5...0.5, using: &generator)) * 1e7)
      let longitude = Int32((middle.1 - .random(in: 0...0.1, using: &generator)) * 1e7)
      let nearest = index.nearest(latitude, longitude, &cursor) { $1 <= $0.radius }
      let expected = index.areas.map { index.distance($0, latitude, longitude) }.enumerated()
        .filter { $1 <= index.areas[$0].radius }.min { $0.element < $1.element }
      #expect(nearest.map { Int($0.area) } == expected?.offset)
      #expect(nearest?.metres == expected?.element)
      found += nearest == nil ? 0 : 1
    }
    #expect(found > 100)
  }
}
