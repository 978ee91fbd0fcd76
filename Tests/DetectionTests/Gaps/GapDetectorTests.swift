import Detection
import Maritime
import Testing

struct GapDetectorTests {
  /// A vessel that is silent for a while on a straight course at 10 kn.
  private func silent(_ mmsi: UInt32 = 200_000_001, hours: Double, at begin: Double = 0) -> Journey
  {
    var journey = Journey(mmsi, at: begin, 10, 20)
    journey.stay(hours: 6)
    journey.silence(hours: hours, to: (10 + hours * 10 / 60, 20))
    journey.stay(hours: 6)
    return journey
  }

  @Test(arguments: [(11.99, 0), (12.0, 1), (60.0, 1)])
  func needsTheMinimum(_ hours: Double, _ count: Int) {
    #expect(facts(of: [silent(hours: hours)], kind: "ais_gap").count == count)
  }

  @Test func saysWhereFromAndWhereTo() throws {
    let gap = try #require(facts(of: [silent(hours: 15)], kind: "ais_gap").first)
    #expect((gap.startHours, gap.endHours) == (6, 21))
    #expect(gap.header.position?.description == "10.0000°N 20.0000°E")
    #expect(gap.text("end_position") == "12.5000°N 20.0000°E")
    #expect(gap.text("distance") == "150.1 nm")
    #expect(gap.text("implied_speed") == "10 kn")
    #expect(gap.text("positions_before") == "37")
    #expect(gap.text("open") == "false")
    #expect(gap.lines == [37, 38])
  }

  @Test func crossesTheAntimeridian() throws {
    var journey = Journey(200_000_001, 0, 179.5)
    journey.stay(hours: 1)
    journey.silence(hours: 12, to: (0, -179.5))
    journey.stay(hours: 1)
    let gap = try #require(facts(of: [journey], kind: "ais_gap").first)
    #expect(gap.text("distance") == "60 nm")
  }

  @Test func staysOpenWhenTheFeedGoesOn() throws {
    var gone = Journey(200_000_001, 10, 20)
    gone.stay(hours: 1)
    var heard = Journey(200_000_002, 50, 20)
    heard.stay(hours: 13)
    let gap = try #require(facts(of: [gone, heard], kind: "ais_gap").first)
    #expect(gap.header.span.end == nil)
    #expect(gap.text("open") == "true")
    #expect(gap.value("distance") == nil)
    #expect(gap.lines == [7])
  }

  @Test func isNoGapBetweenTwoHulls() {
    var journey = Journey(200_000_001, 0, 0)
    journey.stay(hours: 1)
    journey.silence(hours: 12, to: (0, 30))
    journey.stay(hours: 1)
    #expect(facts(of: [journey], kind: "ais_gap").isEmpty)
    #expect(
      facts(of: [journey], kind: "anomaly").map { $0.text("kind") } == ["impossible_speed"])
  }

  @Test func endsWhenTheHullIsHeardUnderAnotherMMSI() throws {
    var old = Journey(200_000_001, imo: 9_074_729, 10, 20)
    old.stay(hours: 1)
    var new = Journey(300_000_001, imo: 9_074_729, at: 14, 10, 20)
    new.stay(hours: 30)
    let gap = try #require(facts(of: [old, new], kind: "ais_gap").first)
    #expect((gap.startHours, gap.endHours) == (1, 14))

    var soon = Journey(300_000_001, imo: 9_074_729, at: 2, 10, 20)
    soon.stay(hours: 30)
    #expect(facts(of: [old, soon], kind: "ais_gap").isEmpty)
  }
}
