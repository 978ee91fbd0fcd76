import StrictYAML

extension Lint {
  static let uncertainEvidence = Lint(
    "W58", id: "uncertain-evidence",
    summary: "The evidence sentence should not rest on a name that may be missing alone.",
    rationale: """
      A name that only one branch of `any:` gives has no fact when another branch matched: its \
      values print as "unknown". Give the facts of all branches one name where they are of one \
      kind, or leave the value out.
      """,
    bad: """
      match:
        any:
          - fact: {as: call, fact: port_call, where: [port in @ports/dprk]}
          - fact: {as: meeting, fact: encounter, where: [vessels >= 2]}  # [D]
      score: {points: 40, decay: none, group: dprk}  # [D]
      evidence: {say: "Call at {call.port}.", cite: [call, meeting]}
      exceptable_by: [[vessel.imo]]
      """,
    good: """
      match:
        any:
          - fact: {as: call, fact: port_call, where: [port in @ports/dprk]}
          - fact: {as: call, fact: port_call, where: [country == KP]}
      evidence: {say: "Call at {call.port}.", cite: [call]}
      """
  ) { rule, _ in
    guard let say = rule.node("evidence", "say"), let text = say.text else { return [] }
    let names = rule.rule.condition.names
    let missing = names.keys.sorted().filter { name in
      names[name]?.isCertain == false && text.contains("{\(name).")
    }
    return missing.prefix(1).map { name in
      LintFinding(
        "`\(name)` may be missing, and its values then print as unknown", at: say.span)
    }
  }
}
