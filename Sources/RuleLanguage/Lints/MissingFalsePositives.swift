import StrictYAML

extension Lint {
  static let missingFalsePositives = Lint(
    "W27", id: "missing-false-positives",
    summary: "A stable rule should name its harmless explanations.",
    rationale: """
      Whoever reviews a finding needs to know what else could explain it. A rule without a known
      false positive was not looked at for long enough.
      """,
    bad: """
      # without false_positives:
      """,
    good: """
      false_positives:
        - A humanitarian call, exempted by the 1718 Committee.
      """
  ) { rule, _ in
    rule.isStable && rule.node("false_positives") == nil
      ? [
        LintFinding(
          "the stable rule has no `false_positives`", at: rule.statusSpan,
          help: "add `false_positives:` with what else could explain a finding")
      ] : []
  }
}
