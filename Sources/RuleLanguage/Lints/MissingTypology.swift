import StrictYAML

extension Lint {
  static let missingTypology = Lint(
    "W62", id: "missing-typology",
    summary: "A stable rule should name its typology.",
    rationale: """
      The typology groups rules by the behaviour that they look for, in reports and in coverage.
      """,
    bad: """
      # without typology:
      """,
    good: """
      typology: [dprk-port-call]
      """
  ) { rule, _ in
    rule.isStable && rule.node("typology") == nil
      ? [
        LintFinding(
          "the stable rule has no `typology`", at: rule.statusSpan,
          help: "add `typology:` with the behaviour")
      ] : []
  }
}
