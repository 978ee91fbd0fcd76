import StrictYAML

extension Lint {
  static let costlyRule = Lint(
    "W24", id: "costly-rule",
    summary: "A rule should take at most a tenth of the budget.",
    rationale: """
      The budget bounds the steps of one evaluation from the most facts there can be. A rule that \
      takes more than a tenth of it works, and ten like it make a screening slow. Over the whole \
      budget the rule is an error.
      """,
    bad: """
      match:
        sequence:
          steps:
            - {as: first, fact: port_call, across: all_vessels, where: [port == CNDLC]}
            - as: call
              fact: port_call
              across: all_vessels
              after: 0d..14d  # [D]
              where: [port in @ports/dprk]
      evidence: {say: "Calls on {first.start} and {call.start}.", cite: [first, call]}
      """,
    good: """
      match:
        sequence:
          steps:
            - {as: first, fact: port_call, where: [port == CNDLC]}
            - as: call
              fact: port_call
              after: 0d..14d  # [D]
              where: [port in @ports/dprk]
      evidence: {say: "Calls on {first.start} and {call.start}.", cite: [first, call]}
      """
  ) { rule, _ in
    let cost = rule.rule.cost
    guard cost.percentOfBudget > 10 else { return [] }
    return [
      LintFinding(
        "`\(cost.dominant)` makes the rule take up to \(cost.percentOfBudget) % of the budget",
        at: cost.span, help: "narrow it with `within`, `after` or a shorter `lookback`")
    ]
  }
}
