import Maritime
import Testing

struct ZoneTableTests {
  private func read(
    _ geometry: String, properties: String = #"{"id": "z"}"#
  ) -> (
    zones: [Zone], rejections: [Rejection]
  ) {
    let feature = #"{"type": "Feature", "properties": \#(properties), "geometry": \#(geometry)}"#
    return ZoneTable.read(
      Array(#"{"type": "FeatureCollection", "features": [\#(feature)]}"#.utf8), file: "z.geojson")
  }

  @Test func readsPolygonsWithHolesAndParts() throws {
    let (zones, rejections) = read(
      """
      {"type": "MultiPolygon", "coordinates": [
        [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]],
        [[[10, 0], [12, 0], [12, 2], [10, 0]]]]}
      """,
      properties: #"{"id": "bay", "name": "The Bay", "kind": "sts_area", "country": "RU"}"#)
    #expect(rejections.isEmpty)
    let zone = try #require(zones.first)
    #expect((zone.id, zone.name, zone.kind) == ("bay", "The Bay", "sts_area"))
    #expect(zone.country?.code == "RU")
    #expect(zone.polygons.map { $0.map(\.count) } == [[4, 3], [3]])
  }

  @Test(arguments: [
    ("[[[0, 0], [4, 0], [4, 4], [0, 4]]]", "open-ring"),
    ("[[[0, 0], [4, 0], [0, 0]]]", "open-ring"),
    ("[[[0, 0], [4, 0], [8, 0], [0, 0]]]", "empty-ring"),
    ("[[[170, 0], [-170, 0], [-170, 4], [170, 0]]]", "crosses-antimeridian"),
    ("[[[0, 0], [4, 0], [4, 95], [0, 0]]]", "bad-position"),
    ("[[[0, 0], [4], [4, 5], [0, 0]]]", "bad-position"),
    ("[]", "bad-geometry"),
    ("7", "bad-geometry"),
  ])
  func rejectsPolygonsThatEncloseNothing(_ coordinates: String, _ reason: String) {
    let (zones, rejections) = read(#"{"type": "Polygon", "coordinates": \#(coordinates)}"#)
    #expect(zones.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
  }

  @Test func rejectsAZoneWithoutAnId() {
    let (zones, rejections) = read(
      #"{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 0]]]}"#, properties: "{}")
    #expect(zones.isEmpty)
    #expect(rejections.map(\.reason) == ["missing-id"])
  }

  @Test func readsGroupsOfZones() {
    let (zones, _) = read(
      #"{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 0]]]}"#,
      properties: #"{"id": "box", "groups": "watched oil"}"#)
    #expect(zones.map(\.groups) == [["watched", "oil"]])
  }

  @Test func readsCornersFromCSV() {
    let (zones, rejections) = ZoneTable.read(
      Array(
        """
        zone,lat,lon
        b,0,0
        b,0,4
        b,4,4
        a,10,10
        a,10,14
        a,14,14
        a,10,10
        b,20,20
        b,20,24
        b,24,24
        line,0,0
        line,1,1
        b,ninety,0
        """.utf8), file: "z.csv")
    #expect(zones.map(\.id) == ["a", "b"])
    #expect(zones.map { $0.polygons.map { $0.map(\.count) } } == [[[3]], [[3], [3]]])
    #expect(rejections.map(\.reason).sorted() == ["bad-position", "empty-ring"])
    #expect(rejections.map(\.line).sorted() == [12, 14])
  }
}
