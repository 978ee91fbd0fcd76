import StrictYAML

extension Lint {
  static let titleFullStop = Lint(
    "W45", id: "title-full-stop",
    summary: "A title should not end with a full stop.",
    rationale: "A title is a name, not a sentence; reports put it into sentences of their own.",
    bad: """
      title: Call at a DPRK port.
      """,
    good: """
      title: Call at a DPRK port
      """
  ) { rule, _ in
    guard let title = rule.node("title"), rule.header.title.hasSuffix(".") else { return [] }
    return [LintFinding("the title ends with a full stop", at: title.span, help: "delete it")]
  }
}
