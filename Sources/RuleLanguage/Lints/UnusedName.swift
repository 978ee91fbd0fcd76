import StrictYAML

extension Lint {
  static let unusedName = Lint(
    "W19", id: "unused-name",
    summary: "A name that `as:` gives should be used.",
    rationale: """
      Nothing cites the fact, prints one of its fields or compares with it. Either the evidence \
      leaves out a fact that it rests on, or the name can go.
      """,
    bad: """
      match:
        fact: {as: call, fact: port_call, where: [port in @ports/dprk]}
      score: {points: 40, decay: none, group: dprk}  # [D]
      evidence: {say: "The vessel is {vessel.name}.", cite: []}
      exceptable_by: [[vessel.imo]]
      """,
    good: """
      match:
        fact: {as: call, fact: port_call, where: [port in @ports/dprk]}
      evidence: {say: "Call at {call.port}.", cite: [call]}
      """
  ) { rule, _ in
    let used = rule.usedNames
    var seen = Set<String>()
    return rule.operators.compactMap { node in
      guard let name = node["as"], let text = name.text, !used.contains(text),
        seen.insert(text).inserted
      else { return nil }
      return LintFinding(
        "nothing uses the name `\(text)`", at: name.span,
        help: "cite it in `evidence`, or leave out `as:`")
    }
  }
}

extension LintedRule {
  /// The words before the first point of everything that can refer to a name.
  fileprivate var usedNames: Set<String> {
    // Without `cite` every fact is cited.
    if node("evidence", "cite") == nil { return Set(operators.compactMap { $0["as"]?.text }) }
    let keys = ["evidence", "exceptable_by", "match", "score", "unless"]
    let asked = (root.entries ?? []).filter { keys.contains($0.key) }
      .flatMap { entry in entry.value.scalars(under: entry.key) }
    return Set(asked.filter { $0.key != "as" }.flatMap { $0.node.text.map(words) ?? [] })
  }

  private func words(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
      .map { String($0.prefix { $0 != "." }) }
  }
}

extension YAMLNode {
  /// The scalars below, each with the key above it.
  func scalars(under key: String) -> [(key: String, node: YAMLNode)] {
    switch content {
    case .scalar: [(key, self)]
    case .sequence(let items): items.flatMap { $0.scalars(under: key) }
    case .mapping(let entries): entries.flatMap { $0.value.scalars(under: $0.key) }
    }
  }
}
