import RuleLanguage
import TestSupport
import Testing

struct RuleCoverageTests {
  /// A gap and then a call in it, with one case and its variants.
  private func marks(_ variants: String) throws -> [String] {
    let text =
      SampleRules.rule(
        match: """
          sequence:
            within: 10d
            steps:
              - as: gap
                fact: ais_gap
                where:
                  - duration >= 12h
                  - reception >= 60%
              - as: call
                fact: port_call
                during: gap
                where:
                  - port in @ports/dprk
          """, rest: "unless:\n  - vessel.type == fishing")
        + """
        tests:
          - name: a call in a gap
            now: 2026-03-01T00:00Z
            vessel: {imo: "9000003", type: general_cargo}
            facts:
              - {fact: ais_gap, start: 2026-01-04T00:00Z, duration: 40h, reception: 90%}
              - {fact: port_call, start: 2026-01-04T06:00Z, duration: 6h, port: KPNAM}
            expect: {fires: true}
            vary: [\(variants)]

        """
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics)")
    return SampleRules.compiler.coverage(of: rule).clauses.map { clause in
      let unknown = clause.isSeenUnknown.map { $0 ? "U" : "-" } ?? "."
      return [clause.isSeenTrue ? "T" : "-", clause.isSeenFalse ? "F" : "-", unknown]
        .joined() + (clause.isDecisive ? "D " : "- ") + clause.text
    }
  }

  @Test(arguments: [
    (
      "",
      [
        "-F-D vessel.type == fishing", "T-.D within: 10d", "T-.D duration >= 12h",
        "T--D reception >= 60%", "T-.D during: gap", "T--D port in @ports/dprk",
      ]
    ),
    (
      "{set: {vessel.type: fishing}, expect: {fires: false}}",
      [
        "TF-D vessel.type == fishing", "T-.D within: 10d", "T-.D duration >= 12h",
        "T--D reception >= 60%", "T-.D during: gap", "T--D port in @ports/dprk",
      ]
    ),
    (
      """
      {set: {facts.0.duration: 300h, facts.0.reception: 10%}, expect: {fires: false}},
      {set: {facts.1.start: 2026-01-06T00:00Z}, expect: {fires: false}},
      {set: {facts.1.start: 2026-01-13T20:00Z, facts.0.duration: 280h}, expect: {fires: false}},
      {set: {facts.1.port: CNDLC}, expect: {fires: false}},
      {unset: facts.0.reception, expect: {fires: unknown}},
      {unset: facts.1.port, expect: {fires: unknown}}
      """,
      [
        "-F-D vessel.type == fishing", "TF.D within: 10d", "T-.D duration >= 12h",
        "TFUD reception >= 60%", "TF.D during: gap", "TFUD port in @ports/dprk",
      ]
    ),
  ])
  func marksEachClause(_ variants: String, _ expected: [String]) throws {
    #expect(try marks(variants) == expected)
  }

  /// A clause of a fact that another clause rules out is asked and noted all the same.
  @Test func asksEveryFactEveryClause() throws {
    let text =
      SampleRules.rule(match: "fact: ais_gap\nwhere:\n  - duration >= 12h\n  - reception >= 60%")
        + """
        tests:
          - name: two gaps
            now: 2026-03-01T00:00Z
            facts:
              - {fact: ais_gap, start: 2026-01-04T00:00Z, duration: 40h, reception: 10%}
              - {fact: ais_gap, start: 2026-01-14T00:00Z, duration: 1h, reception: 90%}
            expect: {fires: false}

        """
    let rule = try #require(
      SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml").rule)
    let clauses = SampleRules.compiler.coverage(of: rule).clauses
    #expect(clauses.map(\.isSeenBothWays) == [true, true])
    #expect(clauses.map(\.isDecisive) == [true, true])
  }

  @Test func turnsAbsentAndCountsRound() throws {
    let text =
      SampleRules.rule(
        match: """
          count:
            of: {as: gap, fact: ais_gap}
            within: 10d
            at_least: 2
          absent:
            fact: port_call
            within: 30d
          """) + """
        tests:
          - name: two gaps and no call
            now: 2026-03-01T00:00Z
            facts:
              - {fact: ais_gap, start: 2026-01-04T00:00Z, duration: 40h}
              - {fact: ais_gap, start: 2026-01-05T00:00Z, duration: 1h}
              - {fact: port_call, start: 2026-01-05T00:00Z, duration: 1h}
            expect: {fires: true}
            vary:
              - {set: {facts.2.start: 2026-02-28T00:00Z}, expect: {fires: false}}
              - {set: {facts.0.start: 2025-12-01T00:00Z}, expect: {fires: false}}

        """
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics)")
    let clauses = SampleRules.compiler.coverage(of: rule).clauses
    #expect(clauses.map(\.text) == ["within: 10d", "at_least: 2", "absent"])
    #expect(clauses.map(\.isSeenBothWays) == [true, true, true])
  }
}
