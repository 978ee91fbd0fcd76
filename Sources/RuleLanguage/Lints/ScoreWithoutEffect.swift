import Maritime
import StrictYAML

extension Lint {
  static let scoreWithoutEffect = Lint(
    "W51", id: "score-without-effect",
    summary: "A stable rule should give points or have a floor.",
    rationale: """
      Without either, the finding is shown and changes no disposition. If that is meant, \
      `status: shadow` says so.
      """,
    bad: """
      score: {points: 0, group: dprk}
      floor: clear
      """,
    good: """
      score: {points: 40, decay: {half_life: 365d, from: call.end}, group: dprk}  # [D]
      floor: review
      """
  ) { rule, _ in
    guard rule.isStable, rule.header.score.points == 0, (rule.header.floor ?? .clear) == .clear
    else { return [] }
    return [
      LintFinding(
        "the rule gives no points and has no floor", at: rule.keySpan("score"),
        help: "add `score:` or `floor:`, or write `status: shadow`")
    ]
  }
}
