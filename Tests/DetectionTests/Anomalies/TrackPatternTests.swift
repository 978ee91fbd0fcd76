import Detection
import Maritime
import TestSupport
import Testing

struct TrackPatternTests {
  /// A vessel that goes round a circle, a position every two minutes, with some metres of noise.
  private func circling(
    turns: Double, radius: Double, knots: Double, noise: Double = 0.00005,
    at start: (Double, Double) = (40, 179.99)
  ) -> Journey {
    var numbers = SeededGenerator(seed: 9)
    var journey = Journey(200_000_001, start.0, start.1)
    let minutes = turns * 2 * .pi * radius / (knots * 1852) * 60
    for step in 0...Int(minutes / 2) {
      let angle = 360 * turns * Double(step) * 2 / minutes
      let degrees = radius / 111_195
      journey.silence(
        hours: step == 0 ? 0 : 1.0 / 30,
        to: (
          start.0 + degrees * sineOfDegrees(angle) + .random(in: -noise...noise, using: &numbers),
          start.1 + degrees * cosineOfDegrees(angle) / cosineOfDegrees(start.0)
            + .random(in: -noise...noise, using: &numbers)
        ))
      journey.send(knots: knots)
    }
    return journey
  }

  @Test(
    arguments: [
      (6, 500, 8, true), (8, 3000, 12, true), (5, 10_000, 14, true), (30, 300, 10, true),
      (2, 3000, 12, false),  // a vessel that waits
      (4, 200, 1, false),  // and one that swings at anchor
      (6, 300, 25, false),  // ten minutes
    ] as [(Double, Double, Double, Bool)])
  func findsCircles(_ turns: Double, _ radius: Double, _ knots: Double, isCircle: Bool) {
    let found = facts(of: [circling(turns: turns, radius: radius, knots: knots)], kind: "anomaly")
    #expect(found.map { $0.text("kind") } == (isCircle ? ["circle"] : []))
    #expect(found.allSatisfy { $0.text("confidence") == "medium" })
    #expect(found.allSatisfy { $0.header.evidence.count == 2 && $0.text("displacement") == nil })
  }

  /// Turns of changing radius, as a vessel that fishes or waits in a current makes.
  @Test func leavesSpiralsOut() {
    var journey = Journey(200_000_001, 40, 10)
    for step in 0...300 {
      let (angle, degrees) = (Double(step) * 10, 0.005 + Double(step) / 6000)
      journey.silence(
        hours: step == 0 ? 0 : 1.0 / 30,
        to: (40 + degrees * sineOfDegrees(angle), 10 + degrees * cosineOfDegrees(angle)))
      journey.send()
    }
    #expect(facts(of: [journey], kind: "anomaly").isEmpty)
  }

  /// A position that stands still for some hours, by what the vessel says of its speed.
  @Test(
    arguments: [
      (1, 10, 11, true), (0.6, 10, 3, true), (12, 45, 9, true), (12, 10, 2.9, false),
      (0.4, 5, 11, false), (1, 25, 11, false), (12, 10, 102.2, false), (48, 10, 0, false),
    ] as [(Double, Double, Double, Bool)])
  func findsFrozenPositions(_ hours: Double, _ minutes: Double, _ knots: Double, isFrozen: Bool) {
    var journey = Journey(200_000_001, 40, 10)
    journey.sail(40.25, 10.05, hours: 1.5, knots: 10)
    journey.stay(hours: hours, everyMinutes: minutes, knots: knots)
    let found = facts(of: [journey], kind: "anomaly")
    #expect(found.map { $0.text("kind") } == (isFrozen ? ["static"] : []))
  }

  @Test func saysHowFarAFrozenVesselJumped() throws {
    var journey = Journey(200_000_001, 40, 10)
    journey.stay(hours: 5, knots: 9)
    journey.silence(hours: 1.0 / 6, to: (41, 10))
    journey.sail(42, 10, hours: 6, knots: 10)
    let found = facts(of: [journey], kind: "anomaly")
    let frozen = try #require(found.first { $0.text("kind") == "static" })
    #expect(frozen.text("displacement") == "60 nm")
    #expect(frozen.text("confidence") == "high")
    #expect((frozen.startHours, frozen.endHours) == (0, 5))
  }

  /// Sailing with the noise of a receiver, or none, on the line of a chart or a great circle.
  @Test(
    arguments: [
      (0, 6, 3, true), (0, 2.1, 3, true), (0, 6, 15, true), (0, 1.8, 3, false), (0, 6, 30, false),
      (0.0002, 6, 3, false), (0.0002, 12, 30, false),
    ] as [(Double, Double, Double, Bool)])
  func findsDrawnLines(_ noise: Double, _ hours: Double, _ minutes: Double, isDrawn: Bool) {
    for isGreatCircle in [false, true] {
      var numbers = SeededGenerator(seed: 4)
      var journey = Journey(200_000_001, 60, -10)
      let count = Int(hours * 60 / minutes)
      for step in 0...count {
        let share = Double(step) / Double(count)
        let east = hours * 0.5 * share
        // Along a parallel the great circle bows to the pole; a parabola is exact enough here.
        let bow = isGreatCircle ? 0.00378 * (hours / 2) * (hours / 2) * share * (1 - share) : 0
        journey.silence(
          hours: step == 0 ? 0 : minutes / 60,
          to: (
            60 + bow + .random(in: -noise...noise + 1e-9, using: &numbers),
            -10 + east + .random(in: -noise...noise + 1e-9, using: &numbers)
          ))
        journey.send(knots: 15)
      }
      let found = facts(of: [journey], kind: "anomaly")
      #expect(found.map { $0.text("kind") } == (isDrawn ? ["line"] : []), "\(isGreatCircle)")
    }
  }

  /// Constant speed and course are no drawing while nothing moves.
  @Test func leavesMooredVesselsAlone() {
    var journey = Journey(200_000_001, 40, 10)
    journey.stay(hours: 90, knots: 0)
    #expect(facts(of: [journey], kind: "anomaly").isEmpty)
  }
}
