import StrictYAML

extension Lint {
  static let duplicateClause = Lint(
    "W03", id: "duplicate-clause",
    summary: "A clause should stand once in its list.",
    rationale: """
      The second of two equal clauses changes nothing, and whoever mends one forgets the other. \
      Clauses are equal when they mean the same: `duration >= 60min` is `duration >= 1h`.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 1h  # [D]
            - duration >= 60min  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 1h  # [D]
      """
  ) { rule, _ in
    rule.lists.filter { !($0.isNested && $0.logic == .all) }.flatMap { list in
      (list.logic == .all ? list.conjuncts : list.ownClauses).pairs
        .filter { $0.meaning == $1.meaning }
        .map { first, second in
          LintFinding(
            "`\(second.text)` stands twice", at: second.span,
            notes: [.init(span: first.span, label: "first here")], help: "delete one")
        }
    }
  }
}
