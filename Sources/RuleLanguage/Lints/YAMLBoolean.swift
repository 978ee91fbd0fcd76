import StrictYAML

extension Lint {
  static let yamlBoolean = Lint(
    "W37", id: "yaml-boolean",
    summary: "A word that other YAML parsers read as true or false should stand in quotes.",
    rationale: """
      This program reads every scalar as text, so `NO` stays Norway. Other tools, such as a \
      spreadsheet import or a script, follow YAML 1.1, in which `NO`, `on`, `yes` and `y` are \
      booleans.
      """,
    bad: """
      owner: on
      """,
    good: """
      owner: "on"
      """,
    document: { document, _ in findings(document, "") },
    check: { rule, _ in
      findings(rule.document, "") + (rule.tests.map { findings($0, $0.file) } ?? [])
    })

  private static func findings(_ document: LintedDocument, _ file: String) -> [LintFinding] {
    document.values.compactMap { _, node in
      guard case .scalar(let text, false) = node.content, words.contains(text.lowercased()),
        text == text.lowercased() || text == text.uppercased() || text == text.capitalized
      else { return nil }
      return LintFinding(
        "other YAML parsers read `\(text)` as true or false", at: node.span,
        in: file.isEmpty ? nil : file, help: "put it into quotes")
    }
  }

  /// The booleans of YAML 1.1 that are none in YAML 1.2 (yaml.org/type/bool.html).
  private static let words: Set = ["y", "n", "yes", "no", "on", "off"]
}

extension String {
  /// The first letter in upper case, the others as they are.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
