import Maritime
import TestSupport
import Testing

struct ZoneGeometryTests {
  /// A square from 10 to 14 with a hole from 11 to 13 and a spike to the west.
  private let square = zone([
    [(10, 10), (10, 14), (14, 14), (14, 10)], [(11, 11), (13, 11), (13, 13), (11, 13)],
  ])

  @Test(
    arguments: [
      (10.5, 10.5, true), (12, 12, false), (10, 10, true), (10, 12, true), (14, 14, true),
      (11, 12, true),  // on the border of the hole
      (13.5, 12, true), (9.9999999, 12, false), (12, 14.0000001, false), (12, 9, false),
      (12, -170, false),
    ] as [(Double, Double, Bool)])
  func contains(_ latitude: Double, _ longitude: Double, isInside: Bool) throws {
    let point = try #require(Coordinate(latitude: latitude, longitude: longitude))
    #expect(square.contains(point) == isInside)
    #expect((square.distance(to: point) == 0) == isInside)
  }

  @Test func countsACornerOnce() throws {
    let diamond = zone([[(0, -1), (1, 0), (0, 1), (-1, 0)]])
    for longitude in [-3.0, -1.5] {
      let point = try #require(Coordinate(latitude: 0, longitude: longitude))
      #expect(!diamond.contains(point))
    }
    #expect(diamond.contains(try #require(Coordinate(latitude: 0, longitude: -1))))
  }

  @Test func measuresAcrossTheAntimeridian() throws {
    let east = [(-10.0, 175.0), (-10, 180), (10, 180), (10, 175)]
    let west = [(-10.0, -180.0), (-10, -176), (10, -176), (10, -180)]
    let both = zone([east], [west])
    let onlyEast = zone([east])
    let point = try #require(Coordinate(latitude: 0, longitude: -179))
    #expect(both.distance(to: point) == 0)
    #expect(abs(onlyEast.distance(to: point) - 111_195.08) < 1)
    #expect(onlyEast.contains(try #require(Coordinate(latitude: 0, longitude: -180))))
    #expect(zone([west]).contains(try #require(Coordinate(latitude: 0, longitude: 180))))
  }

  @Test func agreesWithADenseSampleOfTheBorder() throws {
    var numbers = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let zone = randomTriangle(&numbers)
      let point = try #require(
        Coordinate(
          latitude: .random(in: -70...70, using: &numbers),
          longitude: .random(in: -180...180, using: &numbers)))
      guard !zone.contains(point) else { continue }
      let sampled = sampledDistance(zone, point)
      let found = zone.distance(to: point)
      #expect(found <= sampled * 1.0001 + 1)
      #expect(found >= sampled * 0.999 - 500, "\(zone.polygons) \(point) \(found) \(sampled)")
    }
  }

  /// The bounds that spare the work must never change an answer, also at the distance itself.
  @Test func isWithinWhatItsDistanceSays() throws {
    var numbers = SeededGenerator(seed: 6)
    let zones = (0..<20).map { _ in randomTriangle(&numbers) } + Gazetteer.shipped.zones
    for zone in zones {
      for _ in 0..<20 {
        let corner = zone.polygons[0][0][0]
        let off = Double.random(in: -30...30, using: &numbers)
        let point =
          Coordinate(
            latitude: corner.latitude + off,
            longitude: corner.longitude + .random(in: -30...30, using: &numbers)) ?? corner
        let distance = zone.distance(to: point)
        for limit in [-1, 0, 1000, 500_000, distance, distance.nextDown, distance.nextUp] {
          #expect(zone.isWithin(limit, of: point) == (distance <= limit), "\(zone.id) \(point)")
        }
      }
    }
  }

  @Test func isInfinitelyFarWithoutPolygons() throws {
    let nothing = Zone(id: "none", name: "none", kind: "sea", country: nil, polygons: [])
    let point = try #require(Coordinate(latitude: 0, longitude: 0))
    #expect(nothing.distance(to: point) == .infinity)
  }

  private func randomTriangle(_ numbers: inout SeededGenerator) -> Zone {
    let middle = (
      Double.random(in: -60...60, using: &numbers), Double.random(in: -170...170, using: &numbers)
    )
    let corners = (0..<3).map { _ in
      (
        middle.0 + .random(in: -8...8, using: &numbers),
        middle.1 + .random(in: -8...8, using: &numbers)
      )
    }
    return zone([corners])
  }

  private func sampledDistance(_ zone: Zone, _ point: Coordinate) -> Double {
    var nearest = Double.infinity
    let ring = zone.polygons[0][0]
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      for step in 0...1000 {
        let share = Double(step) / 1000
        let metres = greatCircleMetres(
          latitude1: point.latitude, longitude1: point.longitude,
          latitude2: a.latitude + share * (b.latitude - a.latitude),
          longitude2: a.longitude + share * (b.longitude - a.longitude))
        nearest = min(nearest, metres)
      }
    }
    return nearest
  }
}

/// A zone from polygons, each an outer ring and holes of (latitude, longitude).
private func zone(_ polygons: [[(Double, Double)]]...) -> Zone {
  Zone(
    id: "test", name: "test", kind: "sea", country: nil,
    polygons: polygons.map { rings in
      rings.map { ring in ring.compactMap { Coordinate(latitude: $0.0, longitude: $0.1) } }
    })
}
