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
    var text = ""
    appendCanonical(node, to: &text)
    return text + used.joined()
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

  /// One growing text rather than one for each node: a library has tens of thousands of nodes.
  private func appendCanonical(_ node: YAMLNode, to result: inout String) {
    switch node.content {
    case .scalar(let text, _):
      var separator = "("
      for token in clauseTokens(text) {
        result += separator
        result += token.kind.rawValue
        result += ":"
        result += String(token.text.utf8.count)
        result += ":"
        result += token.text
        separator = " "
      }
      result += ")"
    case .sequence(let items):
      result += "["
      for item in items { appendCanonical(item, to: &result) }
      result += "]"
    case .mapping(let entries):
      result += "{"
      let kept = entries.filter { !Self.prose.contains($0.key) }.sorted { $0.key < $1.key }
      for entry in kept {
        result += entry.key
        result += "="
        appendCanonical(entry.value, to: &result)
      }
      result += "}"
    }
  }
}
