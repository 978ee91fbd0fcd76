import StrictYAML

extension Lint {
  static let impossibleClauses = Lint(
    "W01", id: "impossible-clauses",
    summary: "Clauses that must hold together must be able to.",
    rationale: """
      No value meets both clauses, so the list is never true and the rule never fires. Limits are \
      compared as numbers, words and countries as sets.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration > 5h  # [D]
            - duration < 3h  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration > 3h  # [D]
            - duration < 5h  # [D]
      """
  ) { rule, _ in
    rule.lists.filter { !($0.isNested && $0.logic == .all) }.flatMap { list in
      list.conjuncts.pairs.filter { $0.meaning.excludes($1.meaning) }.prefix(1)
        .map { finding($0, $1) }
    }
  }

  private static func finding(_ first: Clause, _ second: Clause) -> LintFinding {
    LintFinding(
      "`\(second.text)` cannot hold together with `\(first.text)`", at: second.span,
      notes: [.init(span: first.span, label: "this must hold too")])
  }
}

extension Array {
  /// Every two elements, the earlier one first.
  var pairs: [(Element, Element)] {
    indices.flatMap { index in self[(index + 1)...].map { (self[index], $0) } }
  }
}
