import Detection
import Maritime
import Testing

struct CargoDetectorTests {
  private let ports = [port("AAAAA", 0, 10, country: "CN")]

  /// A tanker of 180 m by 30 m that calls with one draught and leaves with another.
  private func call(
    from before: Double, to after: Double, type: UInt8 = 80, width: UInt16 = 30
  ) -> [Fact] {
    var journey = Journey(200_000_001, 1, 10)
    func say(_ draught: Double) {
      journey.say(type: type, length: 180, width: width, draught: draught)
    }
    say(before)
    journey.sail(0, 10, hours: 6, knots: 10)
    say(before)
    journey.stay(hours: 20)
    for _ in 1...2 {
      say(after)
      journey.sail(journey.positions.count.isMultiple(of: 2) ? 0.5 : 1, 10, hours: 2, knots: 10)
    }
    return facts(of: [journey], ports: ports).filter {
      ["loading", "discharge"].contains($0.kind.name)
    }
  }

  /// 4 m of 5,400 m² are 22,140 t of sea water: 0.7 of 3.9 m to 0.9 of 4.1 m, and ballast.
  @Test func estimatesAMassByTheImmersion() throws {
    let loading = try #require(call(from: 7, to: 11).first)
    #expect(loading.kind.name == "loading")
    #expect(loading.text("mass_low") == "15,111 t")
    #expect(loading.text("mass_high") == "34,040 t")
    #expect(loading.text("mass") == "24,575 t")
    #expect(loading.value("volume") == nil)
    #expect(loading.text("port") == "AAAAA")
    #expect(loading.text("country") == "CN")
    #expect(loading.value("origin_country") == nil)
    #expect(loading.lines.count == 4)
  }

  @Test func tellsADischargeFromALoading() throws {
    let discharge = try #require(call(from: 11, to: 7).first)
    #expect(discharge.kind.name == "discharge")
    #expect(discharge.text("destination_country") == "CN")
  }

  @Test func needsAChangeASizeAndAVesselThatCarriesCargo() {
    #expect(call(from: 7, to: 7.7).isEmpty)
    #expect(call(from: 7, to: 11, width: 0).isEmpty)
    #expect(call(from: 7, to: 11, type: 60).isEmpty)
    #expect(call(from: 7, to: 11, type: 0).count == 1)
  }

  @Test func findsWhatWentFromOneVesselToTheOther() {
    let journeys = [(200_000_001, 0.0, 7.0, 11.0), (300_000_001, 0.002, 12.0, 9.0)].map {
      mmsi, north, before, after in
      var journey = Journey(UInt32(mmsi), 1 + north, 40)
      func say(_ draught: Double) {
        journey.say(type: 80, length: 180, width: 30, draught: draught)
      }
      say(before)
      journey.sail(north, 40, hours: 6)
      say(before)
      journey.stay(hours: 12)
      for _ in 1...2 {
        say(after)
        journey.sail(1 + north * 50, 40, hours: 2)
      }
      return journey
    }
    let found = facts(of: journeys).filter { ["loading", "discharge"].contains($0.kind.name) }
    #expect(found.map(\.kind.name) == ["loading", "discharge"])
    #expect(found.allSatisfy { $0.value("port") == nil && $0.startHours == 6 })
  }
}
