import Maritime
import StrictYAML

extension Lint {
  static let factOutsideLookback = Lint(
    "W54", id: "fact-outside-lookback",
    summary: "A test that expects something should not rest on facts that are not seen.",
    rationale: """
      A fact before the lookback or after `now` is not seen by the rule. In a case that fires it \
      is probably a wrong date; a case that expects `fires: false` may want it so.
      """,
    bad: """
      tests:
        - name: A call at Nampo, and one six years before
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
            - {fact: port_call, start: 2020-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """,
    good: """
      tests:
        - name: A call at Nampo, and one six months before
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
            - {fact: port_call, start: 2025-07-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
            - {unset: facts.0.port, expect: {fires: unknown}}
      """
  ) { rule, _ in
    let spans = Set(rule.cases.compactMap { $0.node["name"]?.span })
    return rule.rule.tests.filter { spans.contains($0.span) }.compactMap { test in
      guard test.expectation.answer == .fires, let fact = rule.unseenFact(in: test) else {
        return nil
      }
      return LintFinding(
        "the \(fact.kind.name) from \(fact.header.span.start.dayDescription) is outside the "
          + "lookback of \(rule.header.lookbackMonths) months", at: test.span, in: test.file)
    }
  }
}

extension LintedRule {
  fileprivate func unseenFact(in test: RuleTest) -> Fact? {
    let now = test.input.now
    let start = now.adding(months: -header.lookbackMonths)
    return test.input.facts.first { !$0.header.span.meets(from: start, to: now) }
  }
}
