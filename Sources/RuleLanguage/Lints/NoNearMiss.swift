import StrictYAML

extension Lint {
  static let noNearMiss = Lint(
    "W30", id: "no-near-miss",
    summary: "The tests should show a case that just does not fire.",
    rationale: """
      A rule that always fires passes every test that expects it to. A near miss, one value \
      beyond a limit, shows that the limit is there.
      """,
    bad: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {unset: facts.0.port, expect: {fires: unknown}}
      """,
    good: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """
  ) { rule, _ in
    rule.expects(.doesNotFire) == false
      ? [
        LintFinding(
          "no test expects that the rule does not fire", at: rule.testsSpan,
          help: "vary one value beyond a limit: `expect: {fires: false}`")
      ] : []
  }
}
