import StrictYAML

extension Lint {
  static let groupOfOne = Lint(
    "W10", id: "group-of-one",
    summary: "A group should hold at least two clauses.",
    rationale: """
      `any:` or `all:` around a single clause says nothing. Often a second alternative was \
      meant, or deleted.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - any: [port in @ports/dprk]
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
    rule.lists.filter { $0.members.count == 1 && ["all", "any", "at_least"].contains($0.key) }
      .map { list in
        LintFinding(
          "`\(list.key)` has a single clause", at: list.keySpan, help: "write the clause alone")
      }
  }
}
