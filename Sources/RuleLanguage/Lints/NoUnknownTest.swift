import Maritime
import StrictYAML

extension Lint {
  static let noUnknownTest = Lint(
    "W31", id: "no-unknown-test",
    summary: "The tests of a stable rule should show what happens when a field is missing.",
    rationale: """
      The rule asks for a field that facts may lack. One case with `unset:` shows that it then \
      says "unknown" and not "no".
      """,
    bad: """
      tests:
        - name: A call at Nampo
          now: 2026-03-01T00:00Z
          facts:
            - {fact: port_call, start: 2026-01-04T20:00Z, duration: 13h, port: KPNAM}
          expect: {fires: true}
          vary:
            - {set: {facts.0.port: CNDLC}, expect: {fires: false}}
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
    guard rule.isStable, rule.expects(.unknown) == false,
      let field = rule.lists.lazy.compactMap(rule.optionalField).first
    else { return [] }
    return [
      LintFinding(
        "no test shows what happens when `\(field)` is missing", at: rule.testsSpan,
        help: "vary a case with `unset:` and `expect: {fires: unknown}`")
    ]
  }
}

extension LintedRule {
  /// The first field of a list that may be missing and makes the rule unknown.
  ///
  /// An open fact has no end but ends at the as-of date, so these two are always known.
  fileprivate func optionalField(_ list: ClauseList) -> String? {
    for clause in list.ownClauses {
      if case .known = clause.form { continue }
      for value in clause.expressions {
        guard let field = declaration(of: value, in: list), field.isOptional,
          !["end", "duration"].contains(field.name), !isGuarded(value)
        else { continue }
        return field.name
      }
    }
    return nil
  }

  /// Whether the rule says itself what it makes of a missing value.
  private func isGuarded(_ value: Expression) -> Bool {
    rule.condition.clauses.contains { clause in
      if case .known(value) = clause.form { true } else { false }
    }
  }
}
