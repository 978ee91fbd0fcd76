import Detection
import Maritime
import Testing

struct DraughtDetectorTests {
  private let ports = [port("AAAAA", 0, 10)]

  /// Sails with one draught and then with another, said twice each, `hours` of silence between.
  private func loaded(
    from before: Double, to after: Double, silence: Double = 0, length: UInt16 = 0
  ) -> Journey {
    var journey = Journey(200_000_001, 2, 20)
    for _ in 1...2 {
      journey.say(length: length, draught: before)
      journey.sail(3, 20, hours: 1)
    }
    journey.silence(hours: silence)
    for _ in 1...2 {
      journey.say(length: length, draught: after)
      journey.sail(4, 20, hours: 1)
    }
    return journey
  }

  private func changes(_ journeys: [Journey], _ ports: [Port]? = nil) -> [Fact] {
    facts(of: journeys, kind: "draught_change", ports: ports ?? self.ports)
  }

  @Test func tellsBothDraughtsAndWhenTheNewOneWasHeard() throws {
    let change = try #require(changes([loaded(from: 8.6, to: 13.1, length: 180)]).first)
    #expect(change.text("before") == "8.6 m")
    #expect(change.text("after") == "13.1 m")
    #expect(change.text("change") == "4.5 m")
    #expect(change.text("class_threshold") == "0.8 m")
    #expect(change.text("basis") == "sea")
    #expect((change.startHours, change.endHours) == (2, 2))
    #expect(change.header.evidence.count == 2)
  }

  /// One tenth less than the threshold of each class is no fact.
  @Test(arguments: [
    (330, 3.0, "3 m"), (274, 2.0, "2 m"), (245, 1.5, "1.5 m"), (228, 1.0, "1 m"),
    (180, 0.8, "0.8 m"), (0, 0.8, nil),
  ])
  func judgesByClass(_ length: UInt16, _ least: Double, _ threshold: String?) {
    let enough = changes([loaded(from: 10, to: 10 + least, length: length)])
    #expect(enough.map { $0.text("class_threshold") } == [threshold])
    #expect(changes([loaded(from: 10, to: 9.9 + least, length: length)]).isEmpty)
  }

  @Test func takesTheClassFromTheRegistryFirst() throws {
    var journey = Journey(200_000_001, imo: 9_074_729, 2, 20)
    for draught in [10, 10, 12.5, 12.5] {
      journey.say(length: 180, draught: draught)
      journey.sail(3, 20, hours: 1)
    }
    let hull = try #require(IMONumber("9074729"))
    func count(_ deadweight: Int) -> Int {
      let settings = DetectionSettings(
        gazetteer: Gazetteer(ports: [], zones: []), deadweights: [hull: deadweight])
      return detectFacts(in: [journey.track], settings)
        .count { $0.kind.name == "draught_change" }
    }
    #expect([59_999, 199_999, 200_000].map(count) == [1, 1, 0])
  }

  @Test func saysWhetherTheVesselWasSilentOrInPort() {
    #expect(changes([loaded(from: 8, to: 12, silence: 14)]).map { $0.text("basis") } == ["gap"])
    var calling = Journey(200_000_001, 1, 10)
    calling.say(draught: 8)
    calling.sail(0, 10, hours: 6)
    calling.say(draught: 8)
    calling.stay(hours: 20)
    calling.sail(2, 10, hours: 10)
    for _ in 1...2 {
      calling.say(draught: 12)
      calling.sail(3, 10, hours: 1)
    }
    #expect(changes([calling]).map { $0.text("basis") } == ["port"])
    #expect(changes([calling], []).map { $0.text("basis") } == ["sea"])
  }

  @Test func readsNothingIntoTypingErrorsAndMissingDraughts() {
    var journey = Journey(200_000_001, 2, 20)
    for draught in [8.0, 8, 20, 0, 8, 8] {  // 20 m once, then "not available"
      journey.say(draught: draught)
      journey.sail(3, 20, hours: 0.4)
    }
    #expect(changes([journey]).isEmpty)
  }

  @Test func joinsTheStepsOfOneLoading() throws {
    var journey = Journey(200_000_001, 2, 20)
    for draught in [8, 8, 8.7, 8.7, 9.4, 9.4, 10.1, 10.1] {
      journey.say(draught: draught)
      journey.stay(hours: 1)
    }
    let found = changes([journey])
    #expect(found.map { $0.text("change") } == ["2.1 m"])
    #expect((found.first?.startHours, found.first?.endHours) == (2, 6))
  }

  @Test func tellsNothingWhereTwoHullsSend() {
    var journey = Journey(200_000_001, 2, 20)
    for (index, draught) in [8.0, 8, 12, 12, 8, 8, 12, 12].enumerated() {
      journey.say(draught: draught)
      journey.stay(hours: 1)
      journey.silence(hours: 0.2, to: index % 2 == 0 ? (40, 20) : (2, 20))
    }
    #expect(changes([journey]).isEmpty)
  }

  @Test func givesAPortCallTheDraughtsOfArrivalAndDeparture() throws {
    var journey = Journey(200_000_001, 1, 10)
    journey.say(draught: 8)
    journey.sail(0, 10, hours: 6)
    journey.say(draught: 8)
    journey.stay(hours: 20)
    for _ in 1...2 {
      journey.say(draught: 12)
      journey.stay(hours: 1)
    }
    journey.say(draught: 12)
    journey.sail(2, 10, hours: 10)
    let calls = facts(of: [journey], kind: "port_call", ports: ports)
    #expect(calls.map { $0.text("draught_before") } == ["8 m"])
    #expect(calls.map { $0.text("draught_after") } == [nil])  // nothing was said after the call
    journey.say(draught: 12)
    let heard = facts(of: [journey], kind: "port_call", ports: ports)
    #expect(heard.map { $0.text("draught_after") } == ["12 m"])
  }
}
