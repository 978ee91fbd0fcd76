import Detection
import Foundation
import Maritime
import TestSupport
import Testing

/// Events in the form of the API, made up.
struct GFWEventsTests {
  private static let common = """
    "id": "e1", "start": "2026-01-04T02:00:00.000Z", "end": "2026-01-04T20:00:00.000Z",
    "position": {"lat": 54.5, "lon": "-5.5"}, "regions": {"eez": ["5696"]},
    "distances": {"startDistanceFromShoreKm": 120, "startDistanceFromPortKm": 30.5},
    "vessel": {"id": "x", "ssvid": "219000001", "name": "NORDIC STAR", "flag": "DNK"}
    """

  private static let gap = """
    {\(common), "type": "gap", "gap": {"intentionalDisabling": true, "distanceKm": "55.5",
    "impliedSpeedKnots": "1.94", "positions12HoursBeforeSat": "23",
    "positionsPerDaySatReception": 68.6, "onPosition": {"lat": "54.9", "lon": "-5.1"}}}
    """

  private static let encounter = """
    {\(common), "type": "encounter", "encounter": {"medianDistanceKilometers": 0.034,
    "medianSpeedKnots": 0.758, "vessel": {"ssvid": "538000001", "flag": "MHL"}}}
    """

  private static let loitering = """
    {\(common), "type": "loitering", "loitering": {"totalDistanceKm": 34.8,
    "averageSpeedKnots": 0.065, "averageDistanceFromShoreKm": 392.8}}
    """

  private static func visit(_ key: String, end: String = "") -> String {
    """
    {"start": "2026-01-04T02:00:00Z", "end": "\(end)", "type": "port_visit",
    "vessel": {"ssvid": "219000001"}, "position": {"lat": 49.3, "lon": -123.1},
    "\(key)": {"confidence": "2", "startAnchorage": {"id": "", "name": null},
    "intermediateAnchorage": {"id": "can-vancouver", "name": "VANCOUVER", "flag": "CAN"}}}
    """
  }

  private func read(_ text: String) -> (facts: [Fact], rejections: [Rejection]) {
    GFWEvents.read(Array(text.utf8), file: "events.json")
  }

  @Test(arguments: [
    (gap, "ais_gap", "distance", "30 nm"), (gap, "ais_gap", "satellite_positions_before", "23"),
    (gap, "ais_gap", "feed_outage", "false"), (gap, "ais_gap", "shore_distance", "64.8 nm"),
    (gap, "ais_gap", "positions_before", nil), (gap, "ais_gap", "open", "false"),
    (encounter, "encounter", "partner", "MMSI 538000001"),
    (encounter, "encounter", "median_distance", "0 nm"),
    (encounter, "encounter", "partner_flag", "MH"),
    (loitering, "loitering", "shore_distance", "212.1 nm"),
    (visit("port_visit"), "port_call", "port", "VANCOUVER (can-vancouver)"),
    (visit("portVisit"), "port_call", "country", "CA"),
    (visit("port_visit"), "port_call", "open", "true"),
    (visit("portVisit", end: "2026-01-05T00:00:00Z"), "port_call", "confidence", "2"),
  ])
  func readsEachField(_ event: String, kind: String, field: String, value: String?) throws {
    let (facts, rejections) = read(event)
    let fact = try #require(facts.first)
    #expect(rejections.isEmpty)
    #expect(fact.kind.name == kind)
    #expect(fact.header.source == "import:gfw")
    let seen = fact.value(field)?.description
    #expect(seen?.filter { $0 != "," } == value || seen == value)
  }

  /// What is written reads back as the same fact.
  @Test(arguments: [gap, encounter, loitering, visit("port_visit")])
  func survivesAFactsFile(_ event: String) throws {
    let facts = read(event).facts
    let again = FactFile.read(
      FactFile.bytes(of: facts), file: "facts.ndjson",
      catalog: FactCatalog([
        Gap.schema.kind, Encounter.schema.kind, Loitering.schema.kind, PortCall.schema.kind,
      ]))
    #expect(again.rejections.isEmpty)
    #expect(again.facts.map(\.id) == facts.map(\.id))
  }

  @Test(arguments: [
    gap, "[\(gap)]", "{\"total\": 1, \"entries\": [\(gap)]}",
    "[{\"offset\": 0}, \(gap)]",
  ])
  func findsEventsInEveryWrapping(_ text: String) {
    #expect(read(text).facts.map(\.kind.name) == ["ais_gap"])
  }

  @Test func knowsTheLineOfEachEvent() {
    let list = "{\"entries\": [\n" + Self.gap + ",\n" + Self.loitering + "\n]}"
    #expect(read(list).facts.map { $0.header.evidence[0].line } == [2, 8])
    let lines = [Self.gap, Self.loitering].map { $0.replacing("\n", with: " ") }
    #expect(read(lines.joined(separator: "\n")).facts.map { $0.header.evidence[0].line } == [1, 2])
  }

  @Test(arguments: [
    (gap.replacing("219000001", with: "unknown"), "no-vessel-number"),
    (gap.replacing("\"55.5\"", with: "\"far\""), "bad-value"),
    (gap.replacing("\"start\"", with: "\"begin\""), "missing-field"),
    (gap.replacing("2026-01-04T20", with: "2026-01-03T20"), "ends-before-start"),
    (gap.replacing("54.9", with: "99"), "bad-value"),
    (gap.replacing("\"gap\", ", with: "\"fishing\", "), "no-such-fact"),
    (encounter.replacing("538000001", with: ""), "no-vessel-number"),
    (visit("visit"), "missing-field"), ("{\"start\": ", "bad-json"), ("7", "bad-json"),
    ("[7]", "bad-json"),
  ])
  func rejectsWithAReason(_ event: String, reason: String) {
    let (facts, rejections) = read(event)
    #expect(facts.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
  }

  /// The fixture of the API's own client holds an event with every part; as each type in turn it is
  /// a fact of that kind, and reads back the same.
  @Test(
    .enabled(if: SharedData.isPresent, "\(SharedData.reason)"),
    arguments: [
      ("gap", "ais_gap"), ("encounter", "encounter"), ("loitering", "loitering"),
      ("port_visit", "port_call"),
    ])
  func readsTheFixture(_ type: String, kind: String) throws {
    let file = SharedData.file("events/gfw_api_fixtures/events/event_item.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(read(text).rejections.map(\.reason) == ["no-such-fact"])
    let event = text.replacing(
      "\"type\": \"fishing\",\n    \"position\"", with: "\"type\": \"\(type)\", \"position\"")
    let fact = try #require(read(event).facts.first)
    #expect(fact.kind.name == kind)
    #expect(fact.header.span.end == nil)
    let again = FactFile.read(
      FactFile.bytes(of: [fact]), file: "f", catalog: FactCatalog([fact.kind]))
    #expect(again.facts.map(\.id) == [fact.id])
  }
}
