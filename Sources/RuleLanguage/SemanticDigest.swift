import Maritime
import StrictYAML

extension RuleReader {
  /// A digest of what the rule does.
  ///
  /// Comments, layout, the order of keys, tests, prose and the version leave it unchanged.
  func semanticDigest(of root: YAMLNode) -> String {
    let prose: Set = [
      "title", "owner", "references", "false_positives", "tests", "version", "say",
    ]
    return Digest(of: canonical(root, without: prose)).description
  }

  private func canonical(_ node: YAMLNode, without left: Set<String>) -> String {
    switch node.content {
    case .scalar(let text, _):
      let words = clauseTokens(text).map { "\($0.kind):\($0.text.utf8.count):\($0.text)" }
      return "(" + words.joined(separator: " ") + ")"
    case .sequence(let items):
      return "[" + items.map { canonical($0, without: left) }.joined() + "]"
    case .mapping(let entries):
      let kept = entries.filter { !left.contains($0.key) }.sorted { $0.key < $1.key }
      let parts = kept.map { "\($0.key)=\(canonical($0.value, without: left))" }
      return "{" + parts.joined() + "}"
    }
  }
}
