import Detection
import Maritime
import Testing

struct OffsetsTests {
  /// A vessel that sails north-east at 10 knots, and for some hours says that it is elsewhere.
  private func shifted(
    _ north: Double, _ east: Double, hours: Double, wayNorth: Double = 1
  ) -> Journey {
    var journey = Journey(200_000_001, 10, 179)
    journey.sail(10.5, 179.5, hours: 4)
    let minutes = 1.0 / 6
    let way = 0.125 * minutes
    journey.silence(hours: minutes, to: (10.5 + way + north, 179.5 + way + east))
    let sailed = 0.125 * hours
    journey.sail(
      10.5 + way + north + sailed * wayNorth, 179.5 + way + east + sailed, hours: hours)
    journey.silence(hours: minutes, to: (10.5 + 2 * way + sailed, 179.5 + 2 * way + sailed))
    journey.sail(12.5, 181.5, hours: 8)
    return journey
  }

  private func kinds(_ journey: Journey) -> [String?] {
    facts(of: [journey], kind: "anomaly").map { $0.text("kind") }.filter { $0 != "line" }
      .sorted { ($0 ?? "") < ($1 ?? "") }
  }

  @Test(
    arguments: [
      (2, 1, 6, 1, true), (-3, 0, 12, 1, true), (0, -1.5, 4, 1, true),
      (2, 1, 6, -1, false),  // it sails another way there
      (2, 1, 0.5, 1, false),  // too short to tell
      (0.05, 0.05, 6, 1, false),
    ] as [(Double, Double, Double, Double, Bool)])
  func isAParallelTrack(
    _ north: Double, _ east: Double, _ hours: Double, _ wayNorth: Double, isOffset: Bool
  ) {
    let found = kinds(shifted(north, east, hours: hours, wayNorth: wayNorth))
    #expect(found.contains("offset") == isOffset)
    #expect(found.contains("impossible_speed"), "the jumps stay what they are")
  }

  @Test func saysHowFarAndWhen() throws {
    let found = facts(of: [shifted(2, 1, hours: 6)], kind: "anomaly")
    let offset = try #require(found.first { $0.text("kind") == "offset" })
    let jump = try #require(found.first { $0.text("kind") == "impossible_speed" })
    #expect(offset.header.span == jump.header.span)
    #expect(offset.lines == jump.lines)
    #expect(offset.header.detector?.name == "offset")
    #expect(offset.text("displacement") == jump.text("displacement"))
  }
}
