import StrictYAML

extension Lint {
  static let missingReferences = Lint(
    "W26", id: "missing-references",
    summary: "A stable rule should cite the law or guidance it follows.",
    rationale: """
      A finding that leads to no law, guidance or report cannot be defended.
      """,
    bad: """
      # without references:
      """,
    good: """
      references:
        - T14; UNSCR 2397 (2017) para 13
      """
  ) { rule, _ in
    rule.isStable && rule.node("references") == nil
      ? [
        LintFinding(
          "the stable rule has no `references`", at: rule.statusSpan,
          help: "add `references:` with the regulation and its year")
      ] : []
  }
}
