import StrictYAML

extension Lint {
  static let fileName = Lint(
    "W66", id: "file-name",
    summary: "A rule's file should have the name of the rule.",
    rationale: """
      A finding names its rule by id; the file should be found by it. Tests beside a rule are \
      found by the name of its file too.
      """,
    bad: """
      id: another-name
      """,
    good: """
      id: sample
      """
  ) { rule, _ in
    guard let id = rule.node("id"), let name = rule.header.file.split(separator: "/").last,
      name.split(separator: ".").first.map(String.init) != rule.header.id
    else { return [] }
    return [
      LintFinding(
        "the rule `\(rule.header.id)` stands in `\(name)`", at: id.span,
        help: "name the file `\(rule.header.id).yaml`")
    ]
  }
}
