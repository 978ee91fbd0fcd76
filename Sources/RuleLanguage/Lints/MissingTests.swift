import StrictYAML

extension Lint {
  static let missingTests = Lint(
    "W28", id: "missing-tests",
    summary: "A stable rule should have tests.",
    rationale: """
      A test shows what the rule finds and what it leaves alone, and keeps both when the rule or \
      a detector changes. Put the cases under `tests:` or into `ID.tests.yaml` beside the rule.
      """,
    bad: """
      # without tests:
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
    rule.isStable && rule.rule.tests.isEmpty
      ? [
        LintFinding(
          "the stable rule has no test", at: rule.statusSpan,
          help: "add `tests:` with a case that fires and one that nearly does")
      ] : []
  }
}

extension LintedRule {
  /// Whether a case expects an answer; `nil` when the rule has no test at all, which has its own
  /// lint.
  func expects(_ answer: RuleEvaluation.Answer) -> Bool? {
    rule.tests.isEmpty ? nil : rule.tests.contains { $0.expectation.answer == answer }
  }

  /// The key `tests`, or the start of the rule when the tests stand beside it.
  var testsSpan: SourceSpan { keySpan("tests") }
}
