import StrictYAML

extension Lint {
  static let unreachableAlternative = Lint(
    "W07", id: "unreachable-alternative",
    summary: "An alternative of `any:` should let through what no other does.",
    rationale: """
      Whatever meets this alternative meets another one, so it decides nothing: the wider one \
      alone says the same.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - any: [duration >= 5h, duration >= 12h]  # [D]
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
    rule.lists.filter { $0.logic == .any || $0.logic == .none }.flatMap { list in
      list.ownClauses.pairs.compactMap { first, second in
        let (a, b) = (first.meaning, second.meaning)
        guard a != b else { return nil }
        if a.implies(b) { return finding(first, because: second) }
        return b.implies(a) ? finding(second, because: first) : nil
      }
    }
  }

  private static func finding(_ clause: Clause, because wider: Clause) -> LintFinding {
    LintFinding(
      "`\(clause.text)` adds nothing to `\(wider.text)`", at: clause.span,
      notes: [.init(span: wider.span, label: "this lets it through already")], help: "delete it")
  }
}
