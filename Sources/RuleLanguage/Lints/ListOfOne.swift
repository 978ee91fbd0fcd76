import StrictYAML

extension Lint {
  static let listOfOne = Lint(
    "W12", id: "list-of-one",
    summary: "`in [x]` is `== x`.",
    rationale: "A list with one value promises more than it holds.",
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - source in [satellite]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - source == satellite
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.compactMap { clause in
        guard case .oneOf(_, let values) = clause.form, values.count == 1, clause.hasBrackets
        else { return nil }
        return LintFinding(
          "`\(clause.text)` has a list of one value", at: clause.span,
          help: clause.isNegated ? "write `!=`" : "write `==`")
      }
    }
  }
}

extension Clause {
  /// Whether the values are written out, rather than those of a group of ports.
  var hasBrackets: Bool {
    clauseTokens(text).contains { $0.kind == .symbol && $0.text == "[" }
  }
}
