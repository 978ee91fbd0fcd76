import Maritime
import TestSupport
import Testing

@testable import Detection

struct ZoneIndexTests {
  /// A point on a border between pieces rounds to one cell, so the grid must agree everywhere.
  @Test func agreesWithThePolygonsOfTheShippedZones() throws {
    let zones = Gazetteer.shipped.zones
    let index = ZoneIndex(zones)
    var generator = SeededGenerator(seed: 7)
    var cursor = ZoneIndex.Cursor()
    for _ in 0..<3000 {
      // Near a corner of some zone, where borders are.
      let ring = zones[Int.random(in: 0..<zones.count, using: &generator)].polygons[0][0]
      let corner = ring[Int.random(in: 0..<ring.count, using: &generator)]
      let north = Int32.random(in: -20_000_000...20_000_000, using: &generator)
      let latitude = corner.latitudeE7 + north
      let east = Int32.random(in: -20_000_000...20_000_000, using: &generator)
      let longitude = max(-1_800_000_000, min(1_800_000_000, corner.longitudeE7 + east))
      guard let point = Coordinate(latitudeE7: latitude, longitudeE7: longitude) else { continue }
      let expected = zones.indices.filter { zones[$0].contains(point) }.map(Int32.init)
      #expect(index.indices(latitude, longitude, &cursor) == expected, "\(point)")
    }
  }

  @Test func agreesAlongWaysToo() throws {
    let zones = Gazetteer.shipped.zones
    let index = ZoneIndex(zones)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let ring = zones[Int.random(in: 0..<zones.count, using: &generator)].polygons[0][0]
      var (latitude, longitude) = (ring[0].latitudeE7, ring[0].longitudeE7)
      var cursor = ZoneIndex.Cursor()
      for _ in 0..<60 {
        latitude += Int32.random(in: -400_000...400_000, using: &generator)
        longitude += Int32.random(in: -400_000...400_000, using: &generator)
        guard let point = Coordinate(latitudeE7: latitude, longitudeE7: longitude) else { break }
        let expected = zones.indices.filter { zones[$0].contains(point) }.map(Int32.init)
        #expect(index.indices(latitude, longitude, &cursor) == expected, "\(point)")
      }
    }
  }

  @Test(arguments: [
    (36.55, 22.75, "laconian-gulf-sts"), (56.9, 11.4, "eu-waters-baltic"), (0.0, -30.0, nil),
  ])
  func namesTheNarrowest(_ latitude: Double, _ longitude: Double, _ zone: String?) {
    let index = ZoneIndex(Gazetteer.shipped.zones)
    #expect(index.narrowest(at: Int32(latitude * 1e7), Int32(longitude * 1e7)) == zone)
  }
}
