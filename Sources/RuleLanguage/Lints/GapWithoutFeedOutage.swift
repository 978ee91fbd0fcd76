import StrictYAML

extension Lint {
  static let gapWithoutFeedOutage = Lint(
    "W22", id: "gap-without-feed-outage",
    summary: "A rule about gaps should leave out the outages of the feed.",
    rationale: """
      When the feed itself was down, everybody fell silent. A feed outage is never a dark vessel.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: ais_gap
          where:
            - duration >= 12h  # [A] Global Fishing Watch
            - reception >= 60%  # [D]
      evidence: {say: "Dark for {call.duration}.", cite: [call]}
      """,
    good: """
      match:
        fact:
          as: call
          fact: ais_gap
          where:
            - duration >= 12h  # [A] Global Fishing Watch
            - reception >= 60%  # [D]
            - feed_outage == false
      evidence: {say: "Dark for {call.duration}.", cite: [call]}
      """
  ) { rule, _ in
    rule.gaps(without: "feed_outage").map { fact in
      LintFinding(
        "the gap may be an outage of the feed", at: fact.span,
        help: "add the clause `feed_outage == false`")
    }
  }
}
