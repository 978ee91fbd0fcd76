import StrictYAML

extension Lint {
  static let nearGroup = Lint(
    "W61", id: "near-group",
    summary: "A group should not be a misspelling of another.",
    rationale: """
      Points are capped within a group. A group that only this rule has, and whose name is a \
      letter away from that of others, is probably a misspelling that escapes the cap.
      """,
    bad: """
      # beside rules of the group dark-activity
      score: {points: 40, decay: none, group: dark-activty}  # [D]
      """,
    good: """
      score: {points: 40, decay: none, group: dark-activity}  # [D]
      """
  ) { rule, library in
    let own = rule.header.score.group
    guard let node = rule.node("score", "group") else { return [] }
    let groups = library.rules.map(\.header.score.group)
    let others = Set(groups).subtracting([own])
    guard groups.count(where: { $0 == own }) == 1, own.utf8.count > 4,
      let near = nearestName(to: own, in: others.sorted()), own.prefix(3) == near.prefix(3)
    else { return [] }
    return [
      LintFinding(
        "only this rule has the group `\(own)`", at: node.span, help: "did you mean `\(near)`?")
    ]
  }
}
