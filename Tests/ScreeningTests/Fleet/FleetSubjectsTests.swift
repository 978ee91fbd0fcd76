import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing

/// Findings about companies and ports reach the vessels that they concern.
struct FleetSubjectsTests {
  private static let other = sampleVessel(imo: 9_000_003)
  private static let third = sampleVessel(imo: 9_000_015)

  private static func fact(
    _ kind: String, of vessel: VesselReference, from start: String, to end: String? = nil,
    _ fields: [String: FactValue]
  ) throws -> Fact {
    let kind = try #require(SampleRules.catalog.kind(kind))
    let header = FactHeader(
      vessel: vessel, span: TimeSpan(start: utc(start), end: end.map(utc)), position: nil,
      source: "registry", evidence: [], detector: nil)
    return Fact(kind: kind, header: header, values: kind.fields.map { fields[$0.name] })
  }

  private static func owner(
    _ vessel: VesselReference, _ number: String, from start: String = "2025-01-01",
    to end: String? = nil
  ) throws -> Fact {
    let company = CompanyReference(number: number, name: "Firm \(number)")
    return try fact(
      "party", of: vessel, from: start, to: end,
      ["company": try #require(company.map(FactValue.company))])
  }

  private static func found(
    _ subject: String, _ match: String, for vessel: VesselReference, facts: [Fact]
  ) throws -> [String] {
    let library = SampleRules.library([
      "r.yaml": SampleRules.rule(
        match: match, rest: "for: \(subject)\nevidence: {say: \"{\(subject).name} did it.\"}")
    ])
    let rule = try #require(library.rules.first, "\(library.diagnostics)")
    return verdict([ScreeningRule(rule)], vessel: vessel, fleet: FleetFacts(facts))
      .findings.flatMap(\.sentences)
  }

  @Test func aCompanyAnswersForAllItsVessels() throws {
    let match = "count: {of: {as: gap, fact: ais_gap}, distinct: of_vessel, at_least: 2}"
    let facts = [
      try Self.owner(ship, "1111111"), try Self.owner(Self.other, "1111111"),
      try Self.owner(Self.third, "1111111", to: "2025-06-01"),
      Fact.sampleGap(of: ship, from: "2026-01-01", to: "2026-01-02"),
      Fact.sampleGap(of: Self.other, from: "2026-01-03", to: "2026-01-04"),
    ]
    for vessel in [ship, Self.other] {
      #expect(
        try Self.found("company", match, for: vessel, facts: facts) == ["Firm 1111111 did it."])
    }
    #expect(
      try Self.found("company", match, for: Self.third, facts: facts) == [], "sold before")
    let apart = [facts[0], try Self.owner(Self.other, "2222222")] + facts.dropFirst(3)
    #expect(try Self.found("company", match, for: ship, facts: apart) == [])
  }

  /// What a vessel did before the company had it is not the company's.
  @Test func aCompanyAnswersForItsOwnTimeOnly() throws {
    let match = "fact: {as: gap, fact: ais_gap}"
    let gap = Fact.sampleGap(of: ship, from: "2025-03-01", to: "2025-03-02")
    #expect(
      try Self.found(
        "company", match, for: ship,
        facts: [gap, try Self.owner(ship, "1111111", from: "2025-06-01")]) == [])
    #expect(
      try Self.found(
        "company", match, for: ship,
        facts: [gap, try Self.owner(ship, "1111111", from: "2025-02-01")])
        == ["Firm 1111111 did it."])
  }

  @Test func aPortAnswersToTheVesselsThatCalled() throws {
    let match = "count: {of: {as: call, fact: port_call}, distinct: of_vessel, at_least: 2}"
    let nampo = FactValue.port(PortReference(code: "KPNAM", name: "Nampo"))
    let dalian = FactValue.port(PortReference(code: "CNDLC", name: "Dalian"))
    let facts = [
      try Self.fact("port_call", of: ship, from: "2026-01-01", to: "2026-01-02", ["port": nampo]),
      try Self.fact("port_call", of: Self.other, from: "2026-01-03", ["port": nampo]),
      try Self.fact("port_call", of: Self.third, from: "2026-01-03", ["port": dalian]),
    ]
    #expect(try Self.found("port", match, for: ship, facts: facts) == ["Nampo did it."])
    #expect(try Self.found("port", match, for: Self.other, facts: facts) == ["Nampo did it."])
    #expect(try Self.found("port", match, for: Self.third, facts: facts) == [])
  }
}
