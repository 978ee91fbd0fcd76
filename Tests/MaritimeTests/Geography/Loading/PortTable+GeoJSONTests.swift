import Maritime
import Testing

struct PortTableGeoJSONTests {
  @Test func readsPointsAndPolygons() throws {
    let (ports, rejections) = PortTable.read(
      Array(
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"port": "A", "name": "Alpha", "radius_km": 2},
           "geometry": {"type": "Point", "coordinates": [125.4, 38.7]}},
          {"type": "Feature", "properties": {"id": "B", "country": "KP"},
           "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}},
          {"type": "Feature", "properties": {"id": "A"},
           "geometry": {"type": "MultiPoint", "coordinates": [[125.5, 38.7]]}}
        ]}
        """.utf8), file: "ports.geojson")
    #expect(rejections.isEmpty)
    #expect(ports.map(\.code) == ["A", "B"])
    #expect(ports[0].areas.map(\.radius) == [2000, 3000])
    #expect(ports[1].areas.map(\.center) == [try #require(Coordinate(latitude: 1, longitude: 1))])
    #expect(ports[1].contains(try #require(Coordinate(latitude: 2, longitude: 2))))
  }

  @Test(arguments: [
    (#"{"properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}"#, "missing-port"),
    (#"{"properties": {"port": "A"}, "geometry": null}"#, "bad-geometry"),
    (
      #"{"properties": {"port": "A"}, "geometry": {"type": "Point", "coordinates": [1, 92]}}"#,
      "bad-position"
    ),
  ])
  func rejectsFeaturesByTheirNumber(_ feature: String, _ reason: String) {
    let text = #"{"type": "FeatureCollection", "features": [\#(feature)]}"#
    let (ports, rejections) = PortTable.read(Array(text.utf8), file: "p")
    #expect(ports.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
    #expect(rejections.first?.detail?.hasPrefix("feature 1") == true)
  }

  @Test(arguments: [(#"{"type": "Topology"}"#, "bad-geojson"), ("{", "bad-json")])
  func rejectsAFileThatIsNoGeoJSON(_ text: String, _ reason: String) {
    #expect(PortTable.read(Array(text.utf8), file: "p").rejections.map(\.reason) == [reason])
  }
}
