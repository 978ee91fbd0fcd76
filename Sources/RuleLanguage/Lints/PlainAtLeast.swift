import StrictYAML

extension Lint {
  static let plainAtLeast = Lint(
    "W08", id: "plain-at-least",
    summary: "`at_least: 1` is `any:`, and `at_least:` all is `all:`.",
    rationale: """
      A number makes a reader count. The words `any` and `all` say the same at once, and stay \
      right when somebody adds a clause.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - {at_least: 1, of: [duration >= 12h, draught_change is known]}  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - any: [duration >= 12h, draught_change is known]  # [D]
      """
  ) { rule, _ in
    rule.lists.compactMap { list in
      guard case .atLeast(let number) = list.logic, list.members.count > 1,
        number == 1 || number == list.members.count
      else { return nil }
      let word = number == 1 ? "any" : "all"
      return LintFinding(
        "`at_least: \(number)` of \(list.members.count) clauses is `\(word)`", at: list.keySpan,
        help: "write `\(word):`")
    }
  }
}
