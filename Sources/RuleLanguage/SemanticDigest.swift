import Maritime
import StrictYAML

extension RuleReader {
  /// A digest of what the rule does.
  ///
  /// Comments, layout, the order of keys, tests, prose and the version leave it unchanged; a change
  /// of a definition, list, zone or table that the rule uses does not.
  func semanticDigest(of root: YAMLNode) -> String { Digest(of: meaning(of: root)).description }

  /// What a document says, without what only people read, and with what its `@` names stand for.
  func meaning(of node: YAMLNode) -> String {
    let used = usedNames(in: node).compactMap { name in
      vocabulary.library.meanings[name].map { "\n\(name)=\($0)" }
    }
    return canonical(node) + used.joined()
  }

  /// The names of other documents that a text uses, such as `@lists/our-watch`; sorted.
  func usedNames(in node: YAMLNode) -> [String] {
    var names: Set<String> = []
    collectNames(in: node, &names)
    return names.sorted()
  }

  private static let prose: Set = [
    "title", "owner", "references", "false_positives", "tests", "version", "say",
  ]

  private func collectNames(in node: YAMLNode, _ names: inout Set<String>) {
    switch node.content {
    case .scalar(let text, _):
      guard text.utf8.contains(UInt8(ascii: "@")) else { return }
      for token in clauseTokens(text) where token.kind == .reference { names.insert(token.text) }
    case .sequence(let items): for item in items { collectNames(in: item, &names) }
    case .mapping(let entries):
      for entry in entries where !Self.prose.contains(entry.key) {
        if entry.key == "use", let name = entry.value.text { names.insert("use: \(name)") }
        collectNames(in: entry.value, &names)
      }
    }
  }

  private func canonical(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _):
      let words = clauseTokens(text).map { "\($0.kind):\($0.text.utf8.count):\($0.text)" }
      return "(" + words.joined(separator: " ") + ")"
    case .sequence(let items):
      return "[" + items.map { canonical($0) }.joined() + "]"
    case .mapping(let entries):
      let kept = entries.filter { !Self.prose.contains($0.key) }.sorted { $0.key < $1.key }
      let parts = kept.map { "\($0.key)=\(canonical($0.value))" }
      return "{" + parts.joined() + "}"
    }
  }
}
