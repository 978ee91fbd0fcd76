import Detection
import Maritime
import Testing

struct ObservationDetectorTests {
  @Test func countsWhatWasRead() throws {
    var journey = Journey(200_000_001, 0, 20)
    journey.stay(hours: 5)
    let observation = try #require(facts(of: [journey], kind: "observation").first)
    #expect(observation.text("positions") == "31")
    #expect((observation.startHours, observation.endHours) == (0, 5))
    #expect(observation.lines == [1, 31])
  }

  @Test func isNothingForAVesselThatOnlySaidItsName() {
    var journey = Journey(200_000_001, 0, 20)
    journey.say(name: "SEA STAR")
    #expect(facts(of: [journey], kind: "observation").isEmpty)
    #expect(facts(of: [journey], kind: "identity").count == 1)
  }
}
