import StrictYAML

extension Lint {
  static let uselessMaximum = Lint(
    "W52", id: "useless-maximum",
    summary: "`max` and `per_extra` should go together.",
    rationale: """
      A `max` that equals `points` leaves nothing for further matches unless the points fade, and \
      without `per_extra` further matches give nothing to limit.
      """,
    bad: """
      score: {points: 40, per_extra: 5, max: 40, decay: none, group: dprk}  # [D]
      """,
    good: """
      score: {points: 40, per_extra: 5, max: 50, decay: none, group: dprk}  # [D]
      """
  ) { rule, _ in
    guard let max = rule.node("score", "max") else { return [] }
    let score = rule.header.score
    if score.perExtra == 0 {
      return [
        LintFinding(
          "`max` limits nothing without `per_extra`", at: max.span, help: "delete `max`")
      ]
    }
    guard score.max <= score.points, score.decay == nil else { return [] }
    return [
      LintFinding(
        "`max` leaves nothing for further matches", at: max.span,
        help: "raise `max` above `points`, or delete `per_extra`")
    ]
  }
}
