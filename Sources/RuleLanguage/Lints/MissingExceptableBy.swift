import StrictYAML

extension Lint {
  static let missingExceptableBy = Lint(
    "W64", id: "missing-exceptable-by",
    summary: "A stable rule should say by what a finding can be exempted.",
    rationale: """
      An exception names a finding by the fields of `exceptable_by`. Without them a licensed or
      explained finding comes back with every screening.
      """,
    bad: """
      # without exceptable_by:
      """,
    good: """
      exceptable_by: [[vessel.imo, call.start]]
      """
  ) { rule, _ in
    rule.isStable && rule.node("exceptable_by") == nil
      ? [
        LintFinding(
          "the stable rule has no `exceptable_by`", at: rule.statusSpan,
          help: "add `exceptable_by: [[vessel.imo, NAME.start]]`")
      ] : []
  }
}
