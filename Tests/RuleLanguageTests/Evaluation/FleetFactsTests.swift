import Maritime
import RuleLanguage
import TestSupport
import Testing

struct FleetFactsTests {
  private let hull = sampleVessel(imo: 9_000_003)
  private let both = sampleVessel(imo: 9_000_003, mmsi: 273_000_001)
  private let radio = sampleVessel(mmsi: 273_000_001)
  private let other = sampleVessel(mmsi: 273_000_002)

  @Test func findsTheFactsOfAHullByItsRadio() {
    let facts = [both, radio, other].map { Fact.sampleGap(of: $0, from: "2026-01-01", to: nil) }
    let fleet = FleetFacts(facts)
    let kind = facts[0].kind
    #expect(fleet.facts(of: kind, about: hull).count == 2)
    #expect(fleet.facts(of: kind, about: radio) == fleet.facts(of: kind, about: hull))
    #expect(fleet.facts(of: kind, about: other) == [facts[2]])
    #expect(fleet.facts(of: kind).count == 3)
    #expect(FleetFacts(facts.reversed()).all == fleet.all)
    #expect(FleetFacts.empty.all.isEmpty)
  }

  /// Authors say of each fact in a case which vessel it is about.
  @Test(arguments: [
    ("count: {of: {fact: flag_change}, at_least: 2}", "vessel", "false"),
    ("count: {of: {fact: flag_change, across: all_vessels}, at_least: 2}", "vessel", "true"),
    ("count: {of: {fact: flag_change, across: all_vessels}, at_least: 3}", "vessel", "false"),
    ("count: {of: {fact: flag_change}, distinct: of_vessel, at_least: 2}", "program", "true"),
    ("count: {of: {fact: flag_change}, at_least: 3}", "program", "false"),
    ("{fact: flag_change, where: [of_vessel on @lists/un at start]}", "vessel", "false"),
    (
      "{fact: flag_change, across: all_vessels, where: [of_vessel on @lists/un at start]}",
      "vessel", "true"
    ),
    ("{fact: flag_change, across: all_vessels, where: [of_vessel == vessel]}", "vessel", "true"),
    (
      "sequence: {steps: [{fact: flag_change}, {fact: flag_change, across: all_vessels, as: b}]}",
      "vessel", "true"
    ),
    (
      "sequence: {steps: [{fact: flag_change, across: all_vessels}, {fact: flag_change, as: b}]}",
      "vessel", "false"
    ),
  ])
  func looksAcrossVessels(_ match: String, _ subject: String, _ fires: String) throws {
    let text = SampleRules.rule(
      match: match,
      rest: """
        for: \(subject)
        tests:
          - name: two vessels
            now: 2026-01-31
            \(subject == "vessel" ? "vessel: {imo: \"9000003\"}" : "")
            lists: {un: [{imo: "9000015", from: 2020-01-01}]}
            facts:
              - {fact: flag_change, start: 2026-01-01, duration: 1h}
              - {fact: flag_change, of_vessel: "9000015", start: 2026-01-02, duration: 1h}
            expect: {fires: \(fires)}
        """)
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    #expect(compilation.diagnostics == [])
    for outcome in runTests(of: try #require(compilation.rule)) { #expect(outcome.failures == []) }
  }

  @Test func refusesTheVesselOfAProgram() {
    expectDiagnostics(
      SampleRules.rule(
        match: """
          fact: flag_change
          across: all  # error: unknown-choice
          where:
            - vessel.flag == KP  # error: no-vessel
            - of_vessel == vessel  # error: no-vessel
            - of_vessel on @lists/un at start
          """, rest: "for: program"))
    expectDiagnostics(
      SampleRules.rule(
        match: "fact: ais_gap",
        rest: """
          for: program
          tests:
            - name: one vessel
              now: 2026-01-01
              vessel: {flag: KP}  # error: no-vessel
              expect: {fires: false}
          """))
    expectDiagnostics(
      SampleRules.rule(match: "state: [flag == KP]  # error: no-vessel", rest: "for: program"))
  }
}
