import StrictYAML

extension Lint {
  static let severeSkip = Lint(
    "W50", id: "severe-skip",
    summary: "A rule of high severity should not skip what it cannot decide.",
    rationale: """
      `on_unknown: {skip: …}` leaves the disposition alone when the rule cannot be decided. For \
      a rule that finds grave matters, "cannot tell" should reach a person. Waive this where \
      the data is missing for most vessels, and say so.
      """,
    bad: """
      severity: critical
      on_unknown: {skip: Ports are often missing.}
      """,
    good: """
      severity: critical
      on_unknown: review
      """
  ) { rule, _ in
    guard case .skip = rule.header.onUnknown, let key = rule.node("on_unknown"),
      [.high, .critical].contains(rule.header.severity)
    else { return [] }
    return [
      LintFinding(
        "a rule of severity \(rule.header.severity.rawValue) skips what it cannot decide",
        at: key.entries?.first?.keySpan ?? key.span, help: "write `on_unknown: review`")
    ]
  }
}
