import Detection
import Maritime
import Testing

struct HullSurveyTests {
  private func anomalies(_ journeys: Journey...) -> [Fact] {
    facts(of: journeys, kind: "anomaly")
  }

  /// A vessel that claims to be elsewhere for some hours.
  private func excursion(hours: Double, degrees: Double) -> Journey {
    var journey = Journey(200_000_001, 0, 20)
    journey.stay(hours: 5)
    journey.silence(hours: 1.0 / 6, to: (degrees, 20))
    journey.stay(hours: hours)
    journey.silence(hours: 1.0 / 6, to: (0, 20))
    journey.stay(hours: 5)
    return journey
  }

  @Test func isOneAnomalyThereAndBack() throws {
    let found = anomalies(excursion(hours: 6, degrees: 3))
    #expect(found.count == 1)
    let anomaly = try #require(found.first)
    #expect(anomaly.text("kind") == "impossible_speed")
    #expect(anomaly.text("displacement") == "180.1 nm")
    #expect(anomaly.text("implied_speed") == "1,080.7 kn")
    #expect(anomaly.header.position?.description == "0.0000°N 20.0000°E")
    #expect(anomaly.text("end_position") == "3.0000°N 20.0000°E")
    #expect((anomaly.startHours * 6).rounded() == 31)
    #expect(((anomaly.endHours ?? 0) * 6).rounded() == 67)
    #expect(anomaly.lines == [31, 32, 68, 69])
  }

  @Test func leavesOneGarbledMessageOut() {
    var journey = excursion(hours: 0, degrees: 3)
    journey.silence(hours: 1)
    #expect(anomalies(journey).isEmpty)
  }

  /// Two nautical miles are 0.0333°.
  @Test(arguments: [(0.033, 0), (0.034, 0), (0.1, 1)])
  func ignoresSmallErrors(_ degrees: Double, _ count: Int) {
    #expect(anomalies(excursion(hours: 2, degrees: degrees)).count == count)
  }

  @Test func saysWhereAJumpWithoutReturnLed() throws {
    var journey = Journey(200_000_001, 0, 179)
    journey.stay(hours: 5)
    journey.silence(hours: 1, to: (0, -179))
    journey.stay(hours: 5)
    let anomaly = try #require(anomalies(journey).first)
    #expect(anomaly.text("displacement") == "120.1 nm")
    #expect((anomaly.startHours, anomaly.endHours) == (5, 6))
    #expect(anomaly.lines == [31, 32])
  }

  @Test func leavesAJumpAcrossAGapToTheGap() {
    var journey = Journey(200_000_001, 0, 20)
    journey.stay(hours: 5)
    journey.silence(hours: 12, to: (9, 20))
    journey.stay(hours: 5)
    #expect(anomalies(journey).isEmpty)
    #expect(facts(of: [journey], kind: "ais_gap").map { $0.text("implied_speed") } == ["45 kn"])
  }

  @Test func doesNotTakeTwoExcursionsForTwoHulls() {
    var journey = Journey(200_000_001, 0, 20)
    for _ in 0..<2 {
      journey.stay(hours: 60)
      journey.silence(hours: 1.0 / 6, to: (3, 20))
      journey.stay(hours: 6)
      journey.silence(hours: 1.0 / 6, to: (0, 20))
    }
    journey.stay(hours: 5)
    let kinds = anomalies(journey).map { $0.text("kind") }
    #expect(kinds == ["impossible_speed", "impossible_speed"])
  }

  /// A mile from the pole half the world's longitudes are two miles apart.
  @Test func doesNotTakeThePoleForAJump() {
    var journey = Journey(200_000_001, 89.98, -90)
    journey.stay(hours: 2)
    journey.silence(hours: 0.5, to: (89.98, 90))
    journey.stay(hours: 2)
    #expect(anomalies(journey).isEmpty)
  }

  @Test func doesNotTakeTheAntimeridianForAJump() {
    var journey = Journey(200_000_001, -17, 179.5)
    journey.sail(-17, 180.5, hours: 6)
    journey.silence(hours: 14, to: (-17, 179.2))
    journey.stay(hours: 2)
    // The test's own sailing is straighter than any ship's.
    #expect(anomalies(journey).allSatisfy { $0.text("kind") == "line" })
    let gap = facts(of: [journey], kind: "ais_gap")
    #expect(gap.map { $0.text("distance") } == ["74.6 nm"])
  }

  /// Two hulls far apart that send in turns under one MMSI, one of them silent for two days.
  private var shared: Journey {
    var journey = Journey(200_000_001, 0, 20)
    for turn in 0..<40 {
      journey.silence(hours: 1, to: (turn.isMultiple(of: 2) ? 0 : 30, 20))
      journey.stay(hours: 1)
    }
    journey.silence(hours: 1, to: (30, 20))
    journey.stay(hours: 48)
    journey.silence(hours: 1, to: (0, 20))
    journey.stay(hours: 1)
    return journey
  }

  @Test func tellsTwoHullsOnOneMMSI() {
    let found = anomalies(shared)
    #expect(found.map { $0.text("kind") } == ["duplicate_identity"])
    #expect(found.map { $0.text("displacement") } == ["1,801.2 nm"])
  }

  @Test func looksForTheGapsOfEachHull() {
    let gaps = facts(of: [shared], kind: "ais_gap")
    #expect(gaps.map { $0.header.position?.latitude } == [0])
    #expect(gaps.map { $0.text("duration") } == [nil])
    #expect(gaps.map { ($0.endHours ?? 0) - $0.startHours > 48 } == [true])
  }
}
