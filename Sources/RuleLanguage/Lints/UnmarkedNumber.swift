import StrictYAML

extension Lint {
  static let unmarkedNumber = Lint(
    "W46", id: "unmarked-number",
    summary: "A number of a stable rule should say where it comes from.",
    rationale: """
      `[P]` marks a number of a publisher such as a regulator, `[A]` one of an analyst or an open \
      project, `[D]` our own default. The mark stands in a comment on the line, right above it, \
      or at a key above. An examiner asks for every limit why it is not another one. `1` and `0` \
      need no mark.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 6h
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 6h  # [D]
      """
  ) { rule, _ in
    guard rule.isStable else { return [] }
    let numbers = ["lookback", "match", "unless", "score"].flatMap { key in
      rule.root.entry(key).map { rule.numbers($0, marked: false) } ?? []
    }
    var lines = Set<Int>()
    return numbers.filter { lines.insert($0.span.start.line).inserted }.map { node in
      LintFinding(
        "`\(node.text ?? "")` does not say where its number comes from", at: node.span,
        help: "add `# [P]`, `# [A]` or `# [D]` and the source")
    }
  }
}

extension LintedRule {
  /// The scalars of an entry that hold a number and stand under no mark.
  fileprivate func numbers(_ entry: YAMLEntry, marked: Bool) -> [YAMLNode] {
    // The number of hops is the shape of the rule, not a limit that somebody chose.
    let isMarked =
      marked || entry.key == "hops" || isMarked(line: entry.keySpan.start.line)
    return isMarked ? [] : numbers(entry.value)
  }

  private func numbers(_ node: YAMLNode) -> [YAMLNode] {
    switch node.content {
    case .scalar(let text, _):
      return isMarked(line: node.span.start.line) || !text.hasNumber ? [] : [node]
    case .sequence(let items): return items.flatMap { numbers($0) }
    case .mapping(let entries): return entries.flatMap { numbers($0, marked: false) }
    }
  }

  private func isMarked(line: Int) -> Bool {
    document.comments.around(line: line).contains { comment in
      ["[P]", "[A]", "[D]"].contains { comment.text.contains($0) }
    }
  }
}

extension String {
  /// Whether a clause or value has a number that somebody chose.
  fileprivate var hasNumber: Bool {
    clauseTokens(self).contains { token in
      guard token.kind == .number else { return false }
      let digits = token.text.prefix { $0.isNumber || $0 == "." }
      return !["0", "1"].contains(String(digits)) || token.text.contains("%")
    }
  }
}
