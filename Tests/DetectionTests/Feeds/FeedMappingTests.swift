import Detection
import StrictYAML
import Testing

struct FeedMappingTests {
  @Test(arguments: [
    ("kind: rule", "mapping-kind"),
    ("kind: ais-mapping", "mapping-columns"),
    ("kind: ais-mapping\ncolumns: {mmsi: a, time: b, latitude: c}", "missing-column"),
    (
      "kind: ais-mapping\ncolumns: {mmsi: a, time: b, latitude: c, longitude: d, colour: e}",
      "unknown-column"
    ),
    (
      "kind: ais-mapping\ncolumns: {mmsi: a, time: b, latitude: c, longitude: d}\nzone: utc",
      "unknown-key"
    ),
    (
      "kind: ais-mapping\ncolumns: {mmsi: a, time: b, latitude: c, longitude: d}\ntime_format: us",
      "time-format"
    ),
    (
      "kind: ais-mapping\ncolumns: {mmsi: a, time: b, latitude: c, longitude: d}\ndelimiter: ab",
      "delimiter"
    ),
  ])
  func reportsMistakes(_ text: String, id: String) {
    let result = FeedMapping.read(Array(text.utf8), file: "m.yaml")
    #expect(result.mapping == nil)
    #expect(result.diagnostics.map(\.id) == [id])
  }
}
