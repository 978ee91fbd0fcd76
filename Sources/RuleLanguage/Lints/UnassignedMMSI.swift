import Maritime
import StrictYAML

extension Lint {
  static let unassignedMMSI = Lint(
    "W34", id: "unassigned-mmsi",
    summary: "An MMSI should begin with digits that are assigned to a country.",
    rationale: """
      The first three digits of a ship's MMSI name the country that assigned it. Digits that \
      name none are a typing mistake, or a number that no radio may have. Source: ITU table of \
      maritime identification digits.
      """,
    bad: """
      unless: [vessel.mmsi == "199000001"]
      """,
    good: """
      unless: [vessel.mmsi == "445000001"]
      """,
    document: { document, _ in
      document.values.filter { $0.path.last == "mmsi" }.compactMap { _, node in
        node.text.flatMap { isAssigned($0) ? nil : finding($0, at: node.span) }
      }
    },
    check: { rule, _ in
      let asked = rule.literals(of: "mmsi").filter { !isAssigned($0.text) }
        .map { finding($0.text, at: $0.clause.span) }
      return asked
        + rule.cases.compactMap { node, document in
          guard let mmsi = node["vessel"]?["mmsi"], let text = mmsi.text, !isAssigned(text)
          else { return nil }
          return finding(text, at: mmsi.span, in: document.file)
        }
    })

  private static func isAssigned(_ text: String) -> Bool { MMSI(text)?.country != nil }

  private static func finding(
    _ text: String, at span: SourceSpan, in file: String? = nil
  ) -> LintFinding {
    LintFinding(
      "the MMSI `\(text)` begins with digits of no country", at: span, in: file,
      help: "a made-up number for a test may begin with `200`")
  }
}
