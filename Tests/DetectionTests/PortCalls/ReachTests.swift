import Detection
import Maritime
import Testing

struct ReachTests {
  private func silent(
    hours: Double, imo: Int? = nil, in start: (Double, Double) = (0, 10)
  )
    -> Journey
  {
    var journey = Journey(200_000_001, imo: imo, start.0, start.1)
    journey.stay(hours: 2)
    journey.silence(hours: hours)
    journey.stay(hours: 2)
    return journey
  }

  private func inferred(
    _ journey: Journey, _ ports: [Port], deadweights: [IMONumber: Int] = [:],
    parameters: DetectionParameters = DetectionParameters()
  ) -> [Fact] {
    let settings = DetectionSettings(
      gazetteer: Gazetteer(ports: ports, zones: []), parameters: parameters,
      deadweights: deadweights)
    return detectFacts(in: [journey.track], settings).filter { $0.header.source == "inferred" }
  }

  /// There and back in 26 h less 6 h in port at 20 kn: 200 nm each way, 3.33°.
  @Test(arguments: [(3.3, 1), (3.36, 0)])
  func needsTimeForTheVoyageAndThePort(_ degrees: Double, _ count: Int) {
    #expect(inferred(silent(hours: 26), [port("AAAAA", degrees, 10)]).count == count)
  }

  @Test func saysWhenAndHowMuchTimeIsLeft() throws {
    let call = try #require(inferred(silent(hours: 26), [port("AAAAA", 2, 10)]).first)
    #expect(call.text("port") == "AAAAA")
    #expect(call.text("confidence") == "1")
    #expect(call.text("slack") == "7 h 59 min")
    #expect(call.text("feasible_ports") == "1")
    #expect(call.value("stops") == nil)
    #expect((call.startHours * 60).rounded() == 480)
    #expect(((call.endHours ?? 0) * 60).rounded() == 1320)
    #expect(call.lines == [13, 14])
  }

  @Test func knowsThatLargeAndSmallShipsAreSlower() throws {
    let imo = try #require(IMONumber(9_074_729))
    let far = [port("AAAAA", 3.2, 10)]
    let journey = silent(hours: 26, imo: 9_074_729)
    #expect(inferred(journey, far, deadweights: [imo: 90_000]).count == 1)
    #expect(inferred(journey, far, deadweights: [imo: 30_000]).isEmpty)
    #expect(inferred(journey, far, deadweights: [imo: 300_000]).isEmpty)
  }

  @Test func isNoNewsForAVesselThatStayedInPort() {
    let ports = [port("AAAAA", 0, 10), port("BBBBB", 1, 10)]
    #expect(inferred(silent(hours: 40), ports).isEmpty)
    #expect(inferred(silent(hours: 40, in: (0.5, 10)), ports).count == 2)
  }

  @Test func keepsThePortsThatRulesName() {
    let ports =
      (0..<30).map { port("P\($0)", Double($0) / 100, 12) } + [
        port("KPNAM", 4, 10, country: "KP", groups: ["dprk"])
      ]
    let calls = inferred(silent(hours: 60), ports)
    #expect(calls.count == 21)
    #expect(calls.contains { $0.text("port") == "KPNAM" })
    #expect(calls.allSatisfy { $0.text("feasible_ports") == "31" })
  }
}
