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
    return shown(SampleRules.compiler.coverage(of: rule))
  }

  private func shown(_ coverage: RuleCoverage) -> [String] {
    coverage.clauses.map { clause in
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

  /// The keys of one operator, each with a case on either side of it.
  @Test(arguments: [
    (
      """
      sum:
        of: {as: cargo, fact: discharge}
        field: volume
        bounds: {low: 50%, high: 90%}
        window: 10d
        at_least: 100bbl
      """,
      """
            facts:
              - {fact: discharge, start: 2026-01-04, duration: 1h, volume: 120bbl}
              - {fact: discharge, start: 2026-01-06, duration: 1h, volume: 120bbl}
            expect: {fires: true}
            vary:
              - {set: {facts.0.volume: 10bbl}, expect: {fires: unknown}}
              - {set: {facts.1.start: 2026-01-20}, expect: {fires: unknown}}
      """, ["TF.D bounds", "TF.D window: 10d", "TF.D at_least: 100bbl"]
    ),
    (
      """
      alternate:
        fact: port_call
        between: [port in @ports/rajin, port == CNDLC]
        legs_at_least: 2
        max_leg: 5d
        within: 30d
        allow_other_stops: 1
      """,
      """
            facts:
              - {fact: port_call, start: 2026-01-04, duration: 1h, port: KPRJN}
              - {fact: port_call, start: 2026-01-06, duration: 1h, port: CNDLC}
              - {fact: port_call, start: 2026-01-07, duration: 1h, port: KPNAM}
              - {fact: port_call, start: 2026-01-10, duration: 1h, port: KPRJN}
            expect: {fires: true}
            vary:
              - {set: {facts.3.start: 2026-01-20}, expect: {fires: false}}
              - {set: {facts.0.port: KPNAM}, expect: {fires: false}}
      """,
      [
        "TF-D port in @ports/rajin", "TF-D port == CNDLC", "TF.D legs_at_least: 2",
        "TF.D max_leg: 5d", "T-.D within: 30d", "T-.D allow_other_stops: 1",
      ]
    ),
    (
      """
      baseline:
        of: {as: call, fact: port_call}
        measure: duration
        over: 30d
        min_samples: 2
        more_than: 3x
      """,
      """
            facts:
              - {fact: port_call, start: 2026-01-04, duration: 2h}
              - {fact: port_call, start: 2026-01-06, duration: 2h}
              - {fact: port_call, start: 2026-01-08, duration: 9h}
            expect: {fires: true}
            vary:
              - {set: {facts.2.duration: 6h}, expect: {fires: false}}
              - {set: {facts.0.start: 2025-11-04}, expect: {fires: unknown}}
      """, ["TF.D over: 30d", "T-.D min_samples: 2", "TF.D more_than: 3x"]
    ),
    (
      """
      path:
        over: encounter
        hops: 2
        within: 10d
        max_fan_out: 8
        as: [near, far]
      """,
      """
            vessel: {imo: "9000003"}
            facts:
              - {fact: encounter, start: 2026-01-04, duration: 1h, partner: "9000015"}
              - fact: encounter
                of_vessel: "9000015"
                start: 2026-01-06
                duration: 1h
                partner: "9000027"
            expect: {fires: true}
            vary:
              - {set: {facts.1.start: 2026-01-01}, expect: {fires: false}}
      """, ["T-.D within: 10d"]
    ),
    (
      """
      at_least: 2
      of:
        - fact: ais_gap
        - fact: port_call
        - vessel.type == fishing
      """,
      """
            facts:
              - {fact: ais_gap, start: 2026-01-04, duration: 2h}
              - {fact: port_call, start: 2026-01-06, duration: 2h}
            vessel: {type: general_cargo}
            expect: {fires: true}
            vary:
              - {set: {facts.1.fact: discharge}, expect: {fires: false}}
      """, ["TF.D at_least: 2", "-F-D vessel.type == fishing"]
    ),
    (
      """
      fact: port_call
      where:
        - at_least: 2
          of: [port == KPNAM, duration > 1h, duration > 3h]
      """,
      """
            facts: [{fact: port_call, start: 2026-01-06, duration: 2h, port: KPNAM}]
            expect: {fires: true}
            vary:
              - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
      """,
      ["TF.D at_least: 2", "TF-D port == KPNAM", "T-.D duration > 1h", "-F.D duration > 3h"]
    ),
    (
      """
      count:
        of: {as: call, fact: port_call}
        distinct: port
        at_least: 2
      """,
      """
            facts:
              - {fact: port_call, start: 2026-01-04, duration: 2h, port: KPNAM}
              - {fact: port_call, start: 2026-01-06, duration: 2h, port: CNDLC}
            expect: {fires: true}
            vary:
              - {set: {facts.1.port: KPNAM}, expect: {fires: false}}
      """, ["TF.D distinct: port", "TF.D at_least: 2"]
    ),
  ])
  func measuresTheKeysOfEveryOperator(
    _ match: String, _ cases: String, _ expected: [String]
  ) throws {
    let text =
      SampleRules.rule(match: match)
      + "tests:\n  - name: one\n    now: 2026-03-01T00:00Z\n" + cases.lines(indented: -2)
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics)")
    #expect(runTests(of: rule).flatMap(\.failures) == [])
    #expect(shown(SampleRules.compiler.coverage(of: rule)) == expected)
  }
}

extension String {
  /// The lines with fewer spaces before them.
  fileprivate func lines(indented change: Int) -> String {
    split(separator: "\n").map { $0.dropFirst(-change) + "\n" }.joined()
  }
}
