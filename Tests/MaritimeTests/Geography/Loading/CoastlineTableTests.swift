import Maritime
import Testing

struct CoastlineTableTests {
  private func read(
    _ features: String...
  ) -> (polygons: CoastlineTable.Polygons, rejections: [Rejection]) {
    let text = #"{"type": "FeatureCollection", "features": [\#(features.joined(separator: ", "))]}"#
    return CoastlineTable.read(Array(text.utf8), file: "land.json")
  }

  private func feature(
    _ properties: String, _ coordinates: String, type: String = "Polygon"
  )
    -> String
  {
    """
    {"type": "Feature", "properties": \(properties),
     "geometry": {"type": "\(type)", "coordinates": \(coordinates)}}
    """
  }

  private let square = "[[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]"

  @Test(arguments: [
    (#"{"water": true}"#, false), (#"{"featurecla": "Lake"}"#, false),
    (#"{"featurecla": "Reservoir"}"#, false), (#"{"featurecla": "Alkaline Lake"}"#, false),
    (#"{"featurecla": "Land"}"#, true), (#"{"water": false}"#, true), ("null", true),
  ])
  func tellsLandFromLakes(_ properties: String, hasLand: Bool) {
    let (polygons, rejections) = read(feature(properties, square))
    #expect(rejections.isEmpty)
    #expect(!polygons.isEmpty)
    #expect(polygons.hasLand == hasLand)
  }

  /// Natural Earth's 10m land ends at 180.00000000000014 degrees.
  @Test func forgivesAHairBeyondTheAntimeridian() {
    let (polygons, rejections) = read(
      feature("{}", "[[[170, 0], [180.00000000000014, 0], [180, 90.00000001], [170, 0]]]"))
    #expect(polygons.hasLand)
    #expect(rejections.isEmpty)
    let beyond = read(feature("{}", "[[[170, 0], [180.000001, 0], [180, 4], [170, 0]]]"))
    #expect(beyond.rejections.map(\.reason) == ["bad-position"])
  }

  @Test func rejectsWhatIsNoPolygonAndKeepsTheRest() {
    let (polygons, rejections) = read(
      feature("{}", "[0, 0]", type: "Point"), feature("{}", square),
      feature("{}", "[[[0, 0], [4, 0], [4, 4], [0, 4]]]"))
    #expect(polygons.hasLand)
    #expect(rejections.map(\.reason) == ["bad-geometry", "open-ring"])
    #expect(
      rejections.map(\.detail) == [
        "feature 1: neither a Polygon nor a MultiPolygon",
        "feature 3: a ring needs four points, the last like the first",
      ])
  }

  @Test func refusesWhatIsNoGeoJSON() {
    let (polygons, rejections) = CoastlineTable.read(Array("{\"type\": 7".utf8), file: "land.json")
    #expect(polygons.isEmpty)
    #expect(rejections.map(\.reason) == ["bad-json"])
  }
}
