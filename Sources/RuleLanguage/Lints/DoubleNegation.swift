import StrictYAML

extension Lint {
  static let doubleNegation = Lint(
    "W09", id: "double-negation",
    summary: "A clause should not negate a negation.",
    rationale: """
      `not port not in …` and a `none:` of `!=` are read wrongly by half of their readers. Say \
      what must hold.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - not port not in @ports/dprk
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.compactMap { clause in
        let count = clause.negations + (list.logic == .none ? 1 : 0)
        guard count > 1 else { return nil }
        return LintFinding(
          list.logic == .none && clause.negations == 1
            ? "`none:` negates the negation in `\(clause.text)`"
            : "`\(clause.text)` negates a negation", at: clause.span,
          help: "say what must hold")
      }
    }
  }
}

extension Clause {
  /// How many words of the clause turn its answer round.
  fileprivate var negations: Int {
    let words = clauseTokens(text).filter { $0.kind != .text }.map(\.text)
    return words.count { $0 == "not" || $0 == "!=" }
      + zip(words, words.dropFirst()).count { $0 == "is" && $1 == "unknown" }
  }
}
