import StrictYAML

extension Lint {
  static let missingOwner = Lint(
    "W25", id: "missing-owner",
    summary: "A stable rule should have an owner.",
    rationale: """
      Somebody must answer for every finding: to a customer who asks, to an examiner, and when the
      rule goes wrong.
      """,
    bad: """
      # without owner:
      """,
    good: """
      owner: maritime-desk
      """
  ) { rule, _ in
    rule.isStable && rule.node("owner") == nil
      ? [
        LintFinding(
          "the stable rule has no `owner`", at: rule.statusSpan,
          help: "add `owner:` with a team or a person")
      ] : []
  }
}

extension LintedRule {
  /// The word `stable`: what makes a rule owe its readers more.
  var statusSpan: SourceSpan { node("status")?.span ?? header.span }
}
