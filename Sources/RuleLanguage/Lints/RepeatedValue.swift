import Maritime
import StrictYAML

extension Lint {
  static let repeatedValue = Lint(
    "W13", id: "repeated-value",
    summary: "A list of values should name each once.",
    rationale: """
      The second mention changes nothing; perhaps another value was meant.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - source in [satellite, agent, satellite]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - source in [satellite, agent, customs]
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.compactMap { clause in
        guard case .oneOf(_, let values) = clause.form, clause.hasBrackets else { return nil }
        var seen = Set<FactValue>()
        guard let again = values.first(where: { !seen.insert($0).inserted }) else { return nil }
        return LintFinding("`\(again)` stands twice in `\(clause.text)`", at: clause.span)
      }
    }
  }
}
