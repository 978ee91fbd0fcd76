import StrictYAML

extension Lint {
  static let sayOmitsCited = Lint(
    "W57", id: "say-omits-cited",
    summary: "The evidence sentence should mention a fact that it cites.",
    rationale: """
      The cited facts are the proof. A sentence with values, but of none of them, leaves the \
      reader to guess what they show.
      """,
    bad: """
      evidence: {say: "The vessel {vessel.name} called at a port.", cite: [call]}
      """,
    good: """
      evidence: {say: "The vessel {vessel.name} called at {call.port}.", cite: [call]}
      """
  ) { rule, _ in
    guard let say = rule.node("evidence", "say"), let text = say.text, text.contains("{"),
      let cited = rule.node("evidence", "cite")?.items?.compactMap(\.text), !cited.isEmpty,
      !cited.contains(where: { text.contains("{\($0).") }), !text.contains("{entry."),
      rule.hasCertainName
    else { return [] }
    return [
      LintFinding(
        "the sentence mentions none of the cited facts", at: say.span,
        help: "add a value such as `{\(cited[0]).start}`")
    ]
  }
}
