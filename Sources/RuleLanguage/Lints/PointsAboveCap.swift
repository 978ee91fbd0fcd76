import Maritime
import StrictYAML

extension Lint {
  static let pointsAboveCap = Lint(
    "W23", id: "points-above-cap",
    summary: "A rule should not give more points than the cap of its group.",
    rationale: """
      The policy cuts the points of a group at its cap, so what a rule gives beyond it never \
      counts. A gate (`floor: prohibited`) is exempt: its points only rank findings.
      """,
    bad: """
      score: {points: 80, decay: {half_life: 365d, from: call.end}, group: dprk}  # [D]
      """,
    good: """
      score: {points: 60, decay: {half_life: 365d, from: call.end}, group: dprk}  # [D]
      """
  ) { rule, library in
    let score = rule.header.score
    guard rule.header.floor != .prohibited, let cap = library.terms.cap(of: score.group),
      Points(score.points) > cap
    else { return [] }
    return [
      LintFinding(
        "\(score.points) points are above the cap of \(cap) for the group `\(score.group)`",
        at: rule.node("score", "points")?.span ?? rule.header.span)
    ]
  }
}
