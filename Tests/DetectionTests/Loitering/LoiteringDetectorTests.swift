import Detection
import Maritime
import Testing

struct LoiteringDetectorTests {
  /// Six hours at 10 kn, some hours at a speed, six hours at 10 kn, all along the equator.
  private func slow(
    hours: Double, knots: Double, everyMinutes: Double = 10
  ) -> Journey {
    var journey = Journey(200_000_001, 0, 20)
    journey.sail(0, 21, hours: 6, everyMinutes: everyMinutes)
    journey.sail(0, 21 + knots * hours / 60, hours: hours, everyMinutes: everyMinutes)
    journey.sail(0, 22 + knots * hours / 60, hours: 6, everyMinutes: everyMinutes)
    return journey
  }

  private func loiterings(_ journey: Journey, _ ports: [Port] = []) -> [Fact] {
    facts(of: [journey], kind: "loitering", ports: ports)
  }

  @Test(arguments: [
    (4.0, 1.0, 1), (3.0, 1.0, 0),  // four hours at least
    (8.0, 1.9, 1), (8.0, 2.1, 0),  // below two knots
  ])
  func needsSlownessAndTime(_ hours: Double, _ knots: Double, _ count: Int) {
    #expect(loiterings(slow(hours: hours, knots: knots)).count == count)
  }

  @Test func saysHowSlowAndHowFar() throws {
    let fact = try #require(loiterings(slow(hours: 10, knots: 1)).first)
    #expect(fact.text("mean_speed") == "1 kn")
    #expect(fact.text("distance") == "10 nm")
    #expect(fact.startHours == 6)
    #expect(fact.endHours.map { $0.rounded(.down) } == 15)
  }

  @Test func isWaitingWithinTenMilesOfAPort() {
    let journey = slow(hours: 10, knots: 0.1)
    #expect(loiterings(journey, [port("AAAAA", 0.15, 21)]).isEmpty)
    #expect(loiterings(journey, [port("AAAAA", 0.18, 21)]).count == 1)
  }

  @Test func bridgesHolesOfTwoHours() {
    func broken(_ hours: Double) -> Journey {
      var journey = Journey(200_000_001, 0, 20)
      journey.stay(hours: 5)
      journey.silence(hours: hours)
      journey.stay(hours: 5)
      return journey
    }
    #expect(loiterings(broken(2)).count == 1)
    #expect(loiterings(broken(5)).count == 2)
  }

  @Test func knowsNothingOfAVesselHeardTooSeldom() {
    #expect(loiterings(slow(hours: 20, knots: 0.5, everyMinutes: 90)).isEmpty)
  }
}
