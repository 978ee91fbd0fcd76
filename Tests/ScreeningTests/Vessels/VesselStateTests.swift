import Maritime
import Screening
import TestSupport
import Testing

struct VesselStateTests {
  private struct Paper: Sendable {
    let source: String
    let from: String
    let to: String?
    let name: String

    init(_ source: String, _ from: String, _ to: String?, _ name: String) {
      self.source = source
      self.from = from
      self.to = to
      self.name = name
    }
  }

  @Test(arguments: [
    ([], nil),
    ([Paper("ais", "2025-01-01", nil, "A")], "A"),
    // A register knows better than the crew.
    ([Paper("ais", "2025-06-01", nil, "A"), Paper("registry", "2024-01-01", nil, "R")], "R"),
    ([Paper("import:x", "2025-06-01", nil, "X"), Paper("ais", "2025-12-01", nil, "A")], "X"),
    // A name that ended does not count while another holds.
    (
      [Paper("ais", "2025-06-01", nil, "A"), Paper("registry", "2020-01-01", "2024-01-01", "R")],
      "A"
    ),
    // The last known name is better than none.
    (
      [
        Paper("ais", "2025-06-01", "2026-02-01", "A"),
        Paper("registry", "2020-01-01", "2024-01-01", "R"),
      ], "A"
    ),
    ([Paper("ais", "2025-01-01", nil, "OLD"), Paper("ais", "2025-06-01", nil, "NEW")], "NEW"),
    ([Paper("ais", "2026-03-01", nil, "FUTURE")], nil),
  ])
  private func takesTheBestName(_ papers: [Paper], _ expected: String?) {
    let facts = papers.map { paper in
      Fact.sampleIdentity(of: ship, from: paper.from, to: paper.to, source: paper.source) {
        $0.name = paper.name
      }
    }
    #expect(VesselState(of: ship, facts: facts, at: asOf).name == expected)
  }

  @Test func joinsFieldsOfSeveralSources() {
    let facts = [
      Fact.sampleIdentity(of: ship, from: "2024-01-01", source: "registry") { $0.built = 2004 },
      Fact.sampleIdentity(of: ship, from: "2025-01-01") {
        $0.flag = CountryCode("KM")
        $0.type = "tanker"
      },
    ]
    let state = VesselState(of: ship, facts: facts, at: asOf)
    #expect(state.fields["built"] == .quantity(.count(2004)))
    #expect(state.flag == CountryCode("KM"))
    #expect(state.type == "tanker")
    #expect(state.fields["imo"] == .text("9074729"))
    #expect(state.fields["mmsi"] == .text("273000001"))
    #expect(state.fields["mmsi_country"]?.description == "RU")
    #expect(state.fields["age"] == .quantity(.count(22)))  // asOf is in 2026
  }

  @Test func hasNoAgeBeforeItIsBuilt() {
    let facts = [Fact.sampleIdentity(of: ship, from: "2024-01-01") { $0.built = 2027 }]
    #expect(VesselState(of: ship, facts: facts, at: asOf).fields["age"] == nil)
    #expect(VesselState(of: ship, facts: [], at: asOf).fields["age"] == nil)
  }

  @Test func learnsTheNumberThatIsMissing() {
    let radio = sampleVessel(mmsi: 273_000_001)
    let fact = Fact.sampleIdentity(of: ship, from: "2025-01-01") { $0.name = "A" }
    #expect(VesselState(of: radio, facts: [fact], at: asOf).vessel == ship)
    let hull = sampleVessel(imo: 9_074_729)
    #expect(VesselState(of: hull, facts: [fact], at: asOf).vessel == ship)
  }

  @Test func aHistoryIsNoConflict() {
    let facts = ["2024-01-01", "2025-01-01"].enumerated().map { index, start in
      Fact.sampleIdentity(of: ship, from: start, source: "registry") {
        $0.flag = CountryCode(index == 0 ? "KH" : "MH")
      }
    }
    let state = VesselState(of: ship, facts: facts, at: asOf)
    #expect(state.conflicts.isEmpty)
    #expect(state.flag == CountryCode("MH"))
  }
}
