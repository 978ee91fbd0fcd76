import StrictYAML

extension Lint {
  static let undatedReference = Lint(
    "W47", id: "undated-reference",
    summary: "A reference of a rule should have a year or the number of a typology.",
    rationale: """
      Laws change. "UNSCR 2397 (2017)" is found, "UN sanctions" is not; a year or a typology \
      such as `T14` lets a reader find the text that the rule follows. One reference that can be \
      found is enough: others may name a method.
      """,
    bad: """
      references:
        - The sanctions of the United Nations
      """,
    good: """
      references:
        - T14; UNSCR 2397 (2017) para 13
      """
  ) { rule, _ in
    let items = rule.node("references").map { $0.items ?? [$0] } ?? []
    guard let first = items.first, items.allSatisfy({ $0.text.map(isUndated) ?? true }) else {
      return []
    }
    return [
      LintFinding(
        "no reference has a year or a typology", at: first.span,
        help: "add the year of the text, or a typology such as `T14`")
    ]
  }

  private static func isUndated(_ text: String) -> Bool {
    let words = text.split { !($0.isLetter || $0.isNumber) }
    return !words.contains { word in
      let digits = word.filter(\.isNumber)
      let isYear = digits.count >= 4
      let isTypology = word.hasPrefix("T") && digits.count == word.count - 1 && !digits.isEmpty
      return isYear || isTypology
    }
  }
}
