import Detection
import Maritime
import Testing

struct SharedHullDetectorTests {
  private func hull(
    _ mmsi: UInt32, _ name: String, at begin: Double, _ latitude: Double
  ) -> Journey {
    var journey = Journey(mmsi, imo: 9_074_729, at: begin, latitude, 20)
    journey.say(name: name, imo: "9074729")
    journey.stay(hours: 10)
    journey.say(name: name, imo: "9074729")
    return journey
  }

  @Test func followsAHullToANewMMSI() {
    let all = facts(of: [
      hull(273_000_001, "SEA STAR", at: 0, 0), hull(538_000_001, "MOON", at: 11, 0),
    ])
    let changes = all.filter { $0.kind.name == "identity_change" }
    #expect(Set(changes.map { $0.text("field") }) == ["mmsi", "name"])
    #expect(changes.allSatisfy { $0.header.vessel.mmsi?.value == 538_000_001 })
    #expect(changes.allSatisfy { $0.startHours == 11 })
    let flags = all.filter { $0.kind.name == "flag_change" }
    #expect(flags.map { $0.text("from") } == ["RU"])
    #expect(flags.map { $0.text("to") } == ["MH"])
    let identities = all.filter { $0.kind.name == "identity" }
    #expect(identities.map(\.endHours) == [11, nil])
    #expect(!all.contains { $0.kind.name == "anomaly" })
  }

  /// 500 nm are 8.33° of latitude.
  @Test(arguments: [(8.2, 0), (8.4, 2)])
  func seesOneNumberInTwoPlaces(_ latitude: Double, _ count: Int) {
    let all = facts(of: [
      hull(273_000_001, "SEA STAR", at: 0, 0), hull(538_000_001, "SEA STAR", at: 1, latitude),
    ])
    #expect(
      all.filter { $0.text("kind") == "duplicate_identity" }.count == count)
    #expect(!all.contains { $0.text("field") == "mmsi" })
  }
}
