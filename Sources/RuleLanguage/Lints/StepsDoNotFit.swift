import StrictYAML

extension Lint {
  static let stepsDoNotFit = Lint(
    "W17", id: "steps-do-not-fit",
    summary: "The steps of a sequence must be able to fit its `within`.",
    rationale: """
      The shortest durations and the least pauses that the steps ask for already take longer \
      than `within`, which counts from the first step's start to the last step's end.
      """,
    bad: """
      match:
        sequence:
          within: 2d  # [D]
          steps:
            - {as: first, fact: port_call, where: [port in @ports/dprk]}
            - as: call
              fact: port_call
              after: 3d..9d  # [D]
              where: [port in @ports/dprk]
      evidence: {say: "Calls on {first.start} and {call.start}.", cite: [first, call]}
      """,
    good: """
      match:
        sequence:
          within: 9d  # [D]
          steps:
            - {as: first, fact: port_call, where: [port in @ports/dprk]}
            - as: call
              fact: port_call
              after: 3d..9d  # [D]
              where: [port in @ports/dprk]
      evidence: {say: "Calls on {first.start} and {call.start}.", cite: [first, call]}
      """
  ) { rule, _ in
    rule.operators.compactMap { node in
      guard let within = node["within"], let steps = node["steps"]?.items,
        let span = within.text.flatMap(milliseconds)
      else { return nil }
      let times = steps.map(rule.leastTime)
      let least = times.reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
      guard least > span else { return nil }
      return LintFinding(
        "the steps take at least \(least / 3_600_000) h, longer than `within`", at: within.span,
        help: "lengthen `within` or shorten the steps")
    }
  }
}

extension LintedRule {
  /// The least time between the end of the step before and the end of this one.
  ///
  /// A step without `after` may begin before the one before it ends, so it adds nothing.
  fileprivate func leastTime(_ step: YAMLNode) -> Int64 {
    guard step["during"] == nil else { return 0 }
    let after = step["after"]?.text ?? ""
    let pause = after.firstRange(of: "..").flatMap { milliseconds(String(after[..<$0.lowerBound])) }
    let clauses = lists.filter { $0.keySpan == step.entry("where")?.keySpan }
      .flatMap(\.conjuncts)
    let durations = clauses.compactMap { clause -> Int64? in
      guard case .value(.field(let field)) = clause.meaning.subject, field.field == "duration",
        field.source == .current, case .ordered(let set) = clause.meaning.set
      else { return nil }
      return set.intervals.first?.lowerBound
    }
    guard let pause else { return 0 }
    return max(0, pause) + max(0, durations.max() ?? 0)
  }
}
