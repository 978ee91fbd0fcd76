import StrictYAML

extension Lint {
  static let sameMatch = Lint(
    "W60", id: "same-match",
    summary: "Two rules should not have the same condition.",
    rationale: """
      Both fire on the same facts, so one behaviour counts twice or the reader sees it twice. \
      Rules that differ in regime only can be one rule with several regimes.
      """,
    bad: """
      # beside a rule with the same `match`
      match:
        fact: {as: call, fact: port_call, where: [port in @ports/dprk]}
      """,
    good: """
      match:
        fact: {as: call, fact: port_call, where: [port == KPRJN]}
      """
  ) { rule, library in
    guard let match = rule.root["match"] else { return [] }
    let twin = library.rules.first { other in
      guard other.header.id < rule.header.id, let theirs = other.root["match"] else { return false }
      return theirs.isSame(as: match) && other.exception == rule.exception
        && other.subject == rule.subject
    }
    return twin.map { other in
      [
        LintFinding(
          "the rule has the same condition as `\(other.header.id)`", at: rule.keySpan("match"))
      ]
    } ?? []
  }
}

extension LintedRule {
  fileprivate var exception: [String] { node("unless")?.items?.compactMap(\.text) ?? [] }
  fileprivate var subject: String { node("for")?.text ?? "vessel" }
}

extension YAMLNode {
  /// Whether two values are the same but for places, spaces and the order of keys.
  fileprivate func isSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a, _), .scalar(let b, _)):
      return a == b || clauseTokens(a).map(\.text) == clauseTokens(b).map(\.text)
    case (.sequence(let a), .sequence(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      return a.count == b.count
        && a.allSatisfy { entry in other[entry.key].map { entry.value.isSame(as: $0) } ?? false }
    default: return false
    }
  }
}
