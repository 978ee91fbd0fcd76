import StrictYAML

extension Lint {
  static let stepWithoutWhere = Lint(
    "W18", id: "step-without-where",
    summary: "A step of a sequence should say what it asks of its fact.",
    rationale: """
      Without `where`, `during`, `same` or `after` any fact of the kind will do, and a busy \
      vessel has hundreds: the sequence is then little more than its other steps.
      """,
    bad: """
      match:
        sequence:
          within: 9d  # [D]
          steps:
            - {as: first, fact: port_call}
            - {as: call, fact: port_call, where: [port in @ports/dprk]}
      evidence: {say: "Calls on {first.start} and {call.start}.", cite: [first, call]}
      """,
    good: """
      match:
        sequence:
          within: 9d  # [D]
          steps:
            - {as: first, fact: port_call, where: [port == CNDLC]}
            - {as: call, fact: port_call, where: [port in @ports/dprk]}
      evidence: {say: "Calls on {first.start} and {call.start}.", cite: [first, call]}
      """
  ) { rule, _ in
    rule.operators.flatMap { $0["steps"]?.items ?? [] }
      .filter { step in ["where", "during", "same", "after"].allSatisfy { step[$0] == nil } }
      .compactMap { step in
        guard let fact = step["fact"] else { return nil }
        return LintFinding(
          "any \(fact.text ?? "fact") will do for this step", at: fact.span,
          help: "say with `where:` which ones count")
      }
  }
}
