import Detection
import Maritime
import StrictYAML
import Testing

struct ParameterReadingTests {
  private func read(_ text: String) -> ParameterReading {
    DetectionParameters.read(Array(text.utf8), file: "p.yaml")
  }

  @Test func changesWhatItNames() throws {
    let reading = read("gap_minimum: 6h\nencounter_distance: 0.2km\nimpossible_speed: 50kn\n")
    let parameters = try #require(reading.parameters)
    let changed = DetectionParameter.all.filter { parameters[$0] != $0.standard }
    #expect(changed.map(\.name) == ["gap_minimum", "encounter_distance", "impossible_speed"])
    #expect(changed.map { parameters[$0].description } == ["6 h", "0.1 nm", "50 kn"])
  }

  @Test(arguments: [
    ("gap_minimun: 6h", "unknown-parameter", "did you mean `gap_minimum`?"),
    ("gap_minimum: 6", "wrong-parameter-amount", "write a number above zero and a unit: "),
    ("gap_minimum: 6kn", "wrong-parameter-amount", "write a number"),
    ("gap_minimum: 0h", "wrong-parameter-amount", "write a number"),
    ("gap_minimum: [6h]", "wrong-parameter-amount", "write a number"),
    ("outage_share: 120%", "wrong-parameter-amount", "write a number"),
    ("- 6h", "parameters-not-a-mapping", "write one parameter a line"),
  ])
  func refusesWhatItDoesNotKnow(_ text: String, _ id: String, _ help: String) {
    let reading = read(text)
    #expect(reading.parameters == nil)
    #expect(reading.diagnostics.map(\.id) == [id])
    #expect(reading.diagnostics.first?.help?.hasPrefix(help) ?? false)
  }

  @Test func reachesTheDetectors() throws {
    var journey = Journey(200_000_001, 0, 20)
    journey.stay(hours: 1)
    journey.silence(hours: 7)
    journey.stay(hours: 1)
    let parameters = try #require(read("gap_minimum: 6h").parameters)
    let gap = try #require(facts(of: [journey], kind: "ais_gap", parameters: parameters).first)
    let said = gap.header.detector?.parameters.first { $0.name == "gap_minimum" }
    #expect(said?.value.description == "6 h")
  }

  @Test func namesEachParameterOnce() {
    #expect(Set(DetectionParameter.all.map(\.name)).count == DetectionParameter.all.count)
  }
}
