import StrictYAML

extension Lint {
  static let redundantClause = Lint(
    "W02", id: "redundant-clause",
    summary: "A clause should ask for more than its neighbours do.",
    rationale: """
      Whatever meets one clause meets the other, so the other decides nothing. Often one limit \
      was changed and the old one stayed.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 3h  # [D]
            - duration >= 5h  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 5h  # [D]
      """
  ) { rule, _ in
    rule.lists.filter { !($0.isNested && $0.logic == .all) }.flatMap { list in
      list.conjuncts.pairs.compactMap { first, second in
        let (a, b) = (first.meaning, second.meaning)
        guard a != b, !a.excludes(b) else { return nil }
        if a.implies(b) { return finding(second, because: first) }
        return b.implies(a) ? finding(first, because: second) : nil
      }
    }
  }

  private static func finding(_ clause: Clause, because stronger: Clause) -> LintFinding {
    LintFinding(
      "`\(clause.text)` says nothing beside `\(stronger.text)`", at: clause.span,
      notes: [.init(span: stronger.span, label: "this asks for more")], help: "delete it")
  }
}
