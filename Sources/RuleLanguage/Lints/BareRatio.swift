import Maritime
import StrictYAML

extension Lint {
  static let bareRatio = Lint(
    "W67", id: "bare-ratio",
    summary: "A share above ten should be written with `%`.",
    rationale: """
      A ratio without a unit is a number of wholes: `60` is 6,000 %, which no share reaches, so the \
      clause is never true or always. A detour can be three times the direct way, which is why \
      numbers up to ten are taken as meant (our own default).
      """,
    bad: """
      match:
        fact:
          as: call
          fact: ais_gap
          where:
            - duration >= 12h  # [A]
            - feed_outage == false
            - reception >= 60  # [D]
      evidence: {say: "Dark for {call.duration}.", cite: [call]}
      """,
    good: """
      match:
        fact:
          as: call
          fact: ais_gap
          where:
            - duration >= 12h  # [A]
            - feed_outage == false
            - reception >= 60%  # [D]
      evidence: {say: "Dark for {call.duration}.", cite: [call]}
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.filter { clause in
        !clause.text.contains("%") && rule.exceedsTenWholes(clause, in: list)
      }.map { clause in
        LintFinding(
          "`\(clause.text)` asks for more than 1,000 %", at: clause.span,
          help: "write the share with its unit, such as `60%`")
      }
    }
  }
}

extension LintedRule {
  /// Whether a ratio is compared with more than ten wholes.
  fileprivate func exceedsTenWholes(_ clause: Clause, in list: ClauseList) -> Bool {
    let types = clause.expressions.compactMap { declaration(of: $0, in: list)?.type }
    guard types.contains(.quantity(.ratio)) else { return false }
    return clause.expressions.contains { expression in
      guard case .literal(.quantity(let ratio)) = expression else { return false }
      return ratio.dimension == .ratio && ratio.steps > 10_000_000
    }
  }
}
