import StrictYAML

extension Lint {
  static let needlessGroup = Lint(
    "W11", id: "needless-group",
    summary: "A group should not repeat what the list around it says.",
    rationale: """
      A list of clauses is an `all:` already, and an `any:` in an `any:` is one list of \
      alternatives. The extra level makes the rule longer to read.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - all: [duration >= 1h, draught_change is known]  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 1h  # [D]
            - draught_change is known
      """
  ) { rule, _ in
    rule.lists.filter { $0.logic == .all || $0.logic == .any }.flatMap { list in
      let repeating = list.ownLists.filter { $0.members.count > 1 && $0.logic == list.logic }
      return repeating.map { inner in
        LintFinding(
          "`\(inner.key)` repeats what the list around it says", at: inner.keySpan,
          help: "move its clauses one level up")
      }
    }
  }
}
