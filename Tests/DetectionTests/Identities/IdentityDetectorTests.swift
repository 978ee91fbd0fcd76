import Detection
import Maritime
import Testing

struct IdentityDetectorTests {
  /// A vessel that says in turn who it is, once every five minutes for an hour.
  private func speaking(
    _ names: [(name: String, hours: Double)]
  )
    -> Journey
  {
    var journey = Journey(273_000_001, 0, 20)
    for (name, hours) in names {
      journey.say(name: name, callSign: "UABC", imo: "9074729", type: 70, length: 120)
      journey.stay(hours: hours)
      journey.say(name: name, callSign: "UABC", imo: "9074729", type: 79, length: 120)
      journey.silence(hours: 0.1)
    }
    return journey
  }

  @Test func saysWhatAVesselIs() throws {
    let found = facts(of: [speaking([("SEA STAR", 5)])], kind: "identity")
    #expect(found.count == 1)
    let identity = try #require(found.first)
    let fields = ["name", "call_sign", "flag", "type", "length", "ais_class"]
    #expect(
      fields.map { identity.text($0) } == ["SEA STAR", "UABC", "RU", "cargo", "120 m", "a"])
    #expect(identity.header.vessel.description == "IMO 9074729, MMSI 273000001")
    #expect(identity.startHours == 0)
    #expect(identity.header.span.end == nil)
    #expect(identity.header.source == "ais")
  }

  @Test func seesANewName() throws {
    let journey = speaking([("SEA STAR", 5), ("MOON", 5)])
    let change = try #require(facts(of: [journey], kind: "identity_change").first)
    #expect(["field", "from", "to"].map { change.text($0) } == ["name", "SEA STAR", "MOON"])
    #expect(change.startHours == 5.1)
    #expect(change.endHours == 5.1)
    #expect(change.lines.count == 2)
    let identities = facts(of: [journey], kind: "identity")
    #expect(identities.map { $0.text("name") } == ["SEA STAR", "MOON"])
    #expect(identities.map(\.endHours) == [5.1, nil])
  }

  @Test func doesNotBelieveOneGarbledMessage() {
    let journey = speaking([("SEA STAR", 5), ("SEB STAR", 0.1), ("SEA STAR", 5)])
    #expect(facts(of: [journey], kind: "identity_change").isEmpty)
    #expect(facts(of: [journey], kind: "identity").count == 1)
  }

  @Test func takesAnEmptyFieldForNothing() {
    var journey = Journey(273_000_001, 0, 20)
    journey.say(name: "SEA STAR")
    journey.stay(hours: 1)
    journey.say(callSign: "UABC")
    journey.stay(hours: 1)
    journey.say(name: "SEA STAR")
    #expect(facts(of: [journey], kind: "identity_change").isEmpty)
  }

  @Test func tellsAnIMONumberThatIsWrong() {
    var journey = Journey(273_000_001, 0, 20)
    for number in ["9074729", "1234568"] {
      journey.say(imo: number)
      journey.stay(hours: 1)
      journey.say(imo: number)
      journey.silence(hours: 0.1)
    }
    let changes = facts(of: [journey], kind: "identity_change")
    #expect(changes.map { $0.text("to") } == ["1234568"])
  }

  @Test func knowsTheFlagOfAVesselThatSaysNothing() {
    var journey = Journey(538_000_001, 0, 20)
    journey.stay(hours: 1)
    #expect(facts(of: [journey], kind: "identity").map { $0.text("flag") } == ["MH"])
  }
}
