import StrictYAML

extension Lint {
  static let sayWithoutValue = Lint(
    "W56", id: "say-without-value",
    summary: "The evidence sentence should show a value of the match.",
    rationale: """
      A sentence without `{name.field}` is the same for every vessel. The reader wants to know \
      when, where and how long. A rule whose branches give no name in common is exempt.
      """,
    bad: """
      evidence: {say: "The vessel called at a port of the DPRK.", cite: []}
      exceptable_by: [[vessel.imo, call.start]]
      """,
    good: """
      evidence: {say: "Call at {call.port} from {call.start}.", cite: [call]}
      """
  ) { rule, _ in
    guard let say = rule.node("evidence", "say"), let text = say.text, !text.contains("{"),
      rule.hasCertainName
    else { return [] }
    return [
      LintFinding(
        "the sentence shows no value", at: say.span,
        help: "add one in braces, such as `{call.start}`")
    ]
  }
}

extension LintedRule {
  /// Whether a name has a fact in every way in which the rule fires.
  var hasCertainName: Bool {
    let names = rule.condition.names
    return names.isEmpty || names.values.contains(where: \.isCertain)
  }
}
