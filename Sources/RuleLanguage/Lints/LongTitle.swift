import StrictYAML

extension Lint {
  static let longTitle = Lint(
    "W44", id: "long-title",
    summary: "A title should have at most 80 characters.",
    rationale: """
      Titles stand in lists and table cells. What does not fit belongs into `evidence` or \
      `references`. 80 is our own default, a line of a terminal.
      """,
    bad: """
      title: A call at a port of the DPRK that was seen by a satellite, by an agent or by the customs
      """,
    good: """
      title: Call at a DPRK port
      """
  ) { rule, _ in
    guard let title = rule.node("title"), rule.header.title.count > 80 else { return [] }
    return [
      LintFinding(
        "the title has \(rule.header.title.count) characters; 80 fit a line", at: title.span)
    ]
  }
}
