import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct DefinitionTests {
  private static func define(_ body: String) -> String {
    "kind: define\nlanguage: 1\nid: shared\n" + body
  }

  private static func rule(_ clauses: String, kind: String = "ais_gap", rest: String = "") -> String
  {
    SampleRules.rule(match: "fact: \(kind)\nwhere:\n\(clauses)", rest: rest)
  }

  @Test(arguments: [
    ("- use: dark-enough", "2026-01-02T11:00Z", "true"),
    ("- use: dark-enough", "2026-01-01T11:00Z", "false"),
    ("- duration >= @values/min-gap", "2026-01-01T12:00Z", "true"),
    ("- duration >= @values/min-gap + 1h", "2026-01-01T12:00Z", "false"),
    ("- duration in @values/min-gap..@values/max-gap", "2026-01-01T13:00Z", "true"),
    ("- \"@values/min-gap <= duration\"", "2026-01-01T12:00Z", "true"),
    ("- none: [{use: dark-enough}]", "2026-01-01T11:00Z", "true"),
    ("- vessel.flag == @values/home", "2026-01-01T12:00Z", "true"),
    ("- use: flagged-home", "2026-01-01T12:00Z", "true"),
    ("- {at_least: 1, of: [{use: dark-enough}, duration > 100d]}", "2026-01-02T11:00Z", "true"),
  ])
  func rulesUseDefinitions(_ clause: String, end: String, fires: String) throws {
    let tests = """
      tests:
        - name: a gap
          now: 2026-02-01
          vessel: {imo: "9000003", flag: KP}
          facts: [{fact: ais_gap, start: 2026-01-01T00:00Z, end: \(end), reception: 0.9}]
          expect: {fires: \(fires)}
      """
    let library = SampleRules.library([
      "d.yaml": Self.define(
        """
        values: {min-gap: 12h, max-gap: 13h, home: KP}
        clauses:
          dark-enough:
            of: ais_gap
            where: [duration >= @values/min-gap, ais_gap.reception >= 0.60]
          flagged-home:
            of: vessel
            where: [flag == @values/home]

        """), "r.yaml": Self.rule(clause, rest: tests),
    ])
    #expect(library.diagnostics == [])
    let rule = try #require(library.rules.first)
    #expect(runTests(of: rule).flatMap(\.failures) == [])
  }

  @Test func reportsMistakesOfAGroupWhereTheyStand() {
    expectLibraryDiagnostics([
      "d.yaml": Self.define(
        """
        values:
          Min_Gap: 12h  # error: invalid-name
          sum: 12h + 1h  # error: nested-definition
          path: call.end  # error: nested-definition
        clauses:
          typed:
            of: ais_gap
            where:
              - duraton >= 12h  # error: unknown-field
          free:
            - duration >= 12h and true  # error: clause-connective
            - start_position inside @zones/kp-ez  # error: unknown-zone
            - use: typed  # error: nested-definition
            - any:
                - port in @ports/nowhere  # error: unknown-port
          of-nothing:
            of: ais_gapp  # error: unknown-fact
            where: [duration > 1h]

        """),
      "r.yaml": Self.rule("  - use: typed\n  - use: free\n  - duration > @values/sum"),
    ])
  }

  @Test func reportsAtTheUseWhatDependsOnIt() throws {
    let files: KeyValuePairs<String, String> = [
      "d.yaml": Self.define(
        "clauses:\n  far:\n    - distance >= 10nm\n  gap: {of: ais_gap, where: [duration > 1h]}\n"),
      "r.yaml": Self.rule("  - use: far", kind: "port_call")
        .replacing("- use: far", with: "- use: far  # error: misplaced-definition"),
    ]
    expectLibraryDiagnostics(files)
    let found = try #require(SampleRules.library(files).diagnostics.first)
    #expect(
      found.message == "`far` does not fit here: unknown field `distance` of port_call")
    #expect(found.help == "its clauses stand in d.yaml, line 6")
    expectLibraryDiagnostics([
      "d.yaml": Self.define("clauses:\n  gap: {of: ais_gap, where: [duration > 1h]}\n"),
      "r.yaml": Self.rule("  - use: gap  # error: misplaced-definition", kind: "port_call"),
    ])
  }

  @Test func suggestsTheNearestDefinition() {
    let library = SampleRules.library([
      "d.yaml": Self.define("values: {min-gap: 12h}\nclauses: {dark: [duration > 1h]}\n"),
      "r.yaml": Self.rule("  - use: drak\n  - duration > @values/mingap"),
    ])
    #expect(library.diagnostics.map(\.id) == ["unknown-definition", "unknown-definition"])
    #expect(
      library.diagnostics.map(\.help)
        == ["did you mean `dark`?", "did you mean `@values/min-gap`?"])
  }

  /// One clause of a definition is one line of an explanation, with its own file and place.
  @Test func explainsTheClausesOfADefinition() throws {
    let library = SampleRules.library([
      "d.yaml": Self.define("clauses:\n  dark:\n    - duration >= 12h\n    - reception >= 0.6\n"),
      "r.yaml": Self.rule(
        "  - use: dark",
        rest: "tests:\n  - {name: none, now: 2026-01-01, expect: {fires: false}}"),
    ])
    let rule = try #require(library.rules.first)
    let vessel = sampleVessel(imo: 9_074_729)
    let gap = Fact.sampleGap(of: vessel, from: "2026-01-01", to: "2026-01-03")
    let outcomes = rule.explain(
      EvaluationInput(
        vessel: vessel, state: [:], facts: [gap], now: utc("2026-02-01"),
        lists: { _ in .notListed }))
    #expect(outcomes.map(\.clause) == ["duration >= 12h", "reception >= 0.6"])
    #expect(outcomes.map(\.file) == ["d.yaml", "d.yaml"])
    #expect(outcomes.map(\.span.start.line) == [6, 7])
    #expect(Set(outcomes.map(\.place.start.line)).count == 1)
  }
}
