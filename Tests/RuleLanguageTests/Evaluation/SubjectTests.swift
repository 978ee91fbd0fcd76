import RuleLanguage
import StrictYAML
import TestSupport
import Testing

/// Rules about companies and ports, written as their authors write them.
struct SubjectTests {
  private static func rule(_ subject: String, _ match: String, _ tests: String) -> String {
    SampleRules.rule(match: match, rest: "for: \(subject)\ntests:\n" + tests)
  }

  private static func failures(_ text: String) throws -> [String] {
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "test.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics)")
    return runTests(of: rule).flatMap(\.failures)
  }

  @Test(arguments: [
    ("{imo: \"5123456\", name: Any}", "true"), ("{imo: \"5000000\"}", "false"),
    ("Example Shipping", "unknown"),
  ])
  func asksListsAboutTheCompany(_ company: String, fires: String) throws {
    #expect(
      try Self.failures(
        Self.rule(
          "company", "state: [company on @lists/us at now]",
          """
            - name: a company
              now: 2026-01-01
              company: \(company)
              lists: {us: [{imo_company: "5123456", name: Example Shipping, from: 2024-06-01}]}
              expect: {fires: \(fires)}
          """)) == [])
  }

  @Test func seesTheFactsOfAllItsVessels() throws {
    #expect(
      try Self.failures(
        Self.rule(
          "company",
          "count: {of: {as: gap, fact: ais_gap, where: [duration >= 12h]}, distinct: of_vessel, "
            + "at_least: 2}\nstate: [company.name == Sample]",
          """
            - name: two silent vessels
              now: 2026-02-01
              company: {imo: "5123456", name: Sample}
              facts:
                - {fact: ais_gap, of_vessel: "9000003", start: 2026-01-01, duration: 20h}
                - {fact: ais_gap, of_vessel: "9000015", start: 2026-01-02, duration: 20h}
              expect: {fires: true}
              vary:
                - {set: {facts.1.of_vessel: "9000003"}, expect: {fires: false}}
                - {set: {company.name: Other}, expect: {fires: false}}
          """)) == [])
  }

  @Test func seesTheFactsAtAPort() throws {
    #expect(
      try Self.failures(
        Self.rule(
          "port", "count: {of: {as: call, fact: port_call, where: [port == KPNAM]}, at_least: 2}",
          """
            - name: two calls
              now: 2026-02-01
              port: KPNAM
              facts:
                - {fact: port_call, of_vessel: "9000003", start: 2026-01-01, port: KPNAM}
                - {fact: port_call, of_vessel: "9000015", start: 2026-01-02, port: KPNAM}
              expect: {fires: true}
          """)) == [])
  }

  @Test(arguments: [
    ("company", "- vessel.flag == KP  # error: no-vessel"),
    ("company", "- vessel on @lists/us at now  # error: no-vessel"),
    ("company", "- company.flag == KP  # error: unknown-field"),
    ("company", "- company == KP  # error: unknown-field"),
    ("port", "- port on @lists/us at now  # error: wrong-type"),
    ("port", "- port.flag == KP  # error: unknown-field"),
    ("vessel", "- company.name == X  # error: unknown-name"),
  ])
  func refusesFieldsOfAnotherSubject(_ subject: String, clause: String) {
    expectDiagnostics(
      SampleRules.rule(match: "state:\n  where:\n    \(clause)", rest: "for: \(subject)"))
  }

  @Test func aCaseSaysWhichSubjectItIsAbout() {
    expectDiagnostics(
      Self.rule(
        "company", "state: [company.name == X]",
        "  - name: nobody  # error: missing-key\n    now: 2026-01-01\n    expect: {fires: false}"))
  }
}
