import StrictYAML

extension Lint {
  static let noFiringTest = Lint(
    "W29", id: "no-firing-test",
    summary: "The tests should show the rule firing.",
    rationale: """
      A rule that never fires passes every test that expects nothing. One case must show what it \
      is for.
      """,
    bad: """
      tests:
        - name: A call at Dalian
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: CNDLC}
          expect: {fires: false}
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
    rule.expects(.fires) == false
      ? [
        LintFinding(
          "no test expects that the rule fires", at: rule.testsSpan,
          help: "add a case with `expect: {fires: true}`")
      ] : []
  }
}
