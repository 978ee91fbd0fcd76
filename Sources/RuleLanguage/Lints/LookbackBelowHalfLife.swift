import StrictYAML

extension Lint {
  static let lookbackBelowHalfLife = Lint(
    "W48", id: "lookback-below-half-life",
    summary: "The lookback should be at least the half-life of the points.",
    rationale: """
      Points that are to fade over years drop to nothing on the day the fact leaves the \
      lookback. With a lookback of a half-life or more, at most half is lost at once. A month \
      counts as 31 days here.
      """,
    bad: """
      lookback: 6mo  # [D]
      """,
    good: """
      lookback: 24mo  # [D]
      """
  ) { rule, _ in
    guard let decay = rule.header.score.decay,
      decay.halfLife > Int64(rule.header.lookbackMonths) * 31 * 86_400_000
    else { return [] }
    let halfLife = rule.node("score", "decay", "half_life")
    return [
      LintFinding(
        "the points halve in \(decay.halfLife / 86_400_000) days, and the rule looks back "
          + "\(rule.header.lookbackMonths) months", at: halfLife?.span ?? rule.header.span,
        notes: rule.node("lookback").map { [.init(span: $0.span, label: "the lookback")] } ?? [],
        help: "look back further, or let the points fade sooner")
    ]
  }
}
