import StrictYAML

extension Lint {
  static let unreachableAlternative = Lint(
    "W07", id: "unreachable-alternative",
    summary: "An alternative of `any:` should let through what no other does.",
    rationale: """
      Whatever meets this alternative meets another one, so it decides nothing: the wider one \
      alone says the same. An alternative that a clause of the list around it rules out is never \
      true either.
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
    rule.lists.flatMap { covered(in: $0) + excluded(in: $0) }
  }

  /// The alternatives that a wider one lets through already.
  private static func covered(in list: ClauseList) -> [LintFinding] {
    guard list.logic == .any || list.logic == .none else { return [] }
    return list.ownClauses.pairs.compactMap { first, second in
      let (a, b) = (first.meaning, second.meaning)
      guard a != b else { return nil }
      if a.implies(b) { return finding(first, because: second) }
      return b.implies(a) ? finding(second, because: first) : nil
    }
  }

  /// The alternatives that a clause of the list around them rules out.
  private static func excluded(in list: ClauseList) -> [LintFinding] {
    guard list.logic == .all else { return [] }
    let required = list.conjuncts
    return list.ownLists.filter { $0.logic == .any }.flatMap(\.ownClauses).compactMap { clause in
      required.first { $0.meaning.excludes(clause.meaning) }.map { other in
        LintFinding(
          "`\(clause.text)` cannot hold where `\(other.text)` does", at: clause.span,
          notes: [.init(span: other.span, label: "this must hold too")], help: "delete it")
      }
    }
  }

  private static func finding(_ clause: Clause, because wider: Clause) -> LintFinding {
    LintFinding(
      "`\(clause.text)` adds nothing to `\(wider.text)`", at: clause.span,
      notes: [.init(span: wider.span, label: "this lets it through already")], help: "delete it")
  }
}
