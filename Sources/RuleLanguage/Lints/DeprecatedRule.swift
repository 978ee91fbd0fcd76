import StrictYAML

extension Lint {
  static let deprecatedRule = Lint(
    "W43", id: "deprecated-rule",
    summary: "A deprecated rule should go.",
    rationale: """
      The rule still counts. Delete it once its successor is stable; until then a waiver can say \
      which rule that is and until when both run.
      """,
    bad: """
      status: deprecated
      """,
    good: """
      status: stable
      """
  ) { rule, _ in
    rule.header.status == .deprecated
      ? [
        LintFinding(
          "the rule is deprecated and still counts", at: rule.statusSpan,
          help: "delete it, or waive this lint with the day on which it goes")
      ] : []
  }
}
