public import StrictYAML

/// What the formatter made of a text.
public enum FormattingOutcome: Hashable, Sendable {
  /// The text is as it should be.
  case unchanged
  /// The text in its new layout, which means the same.
  case changed([UInt8])
  /// The text was left alone, because these mistakes leave its meaning open.
  case refused([Diagnostic])
}

extension RuleCompiler {
  /// Lays a document out anew: keys in order, comments kept, the meaning unchanged.
  ///
  /// Formatting twice gives the same bytes as formatting once. The manifest of a pack stays as it
  /// is: a program writes it, and a signature covers its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The text, of any kind of document.
  ///   - file: The name for diagnostics.
  /// - Returns: The new text, or why there is none.
  public func format(_ bytes: [UInt8], file: String) -> FormattingOutcome {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else { return .refused(document.diagnostics) }
    guard root.entries?.isEmpty == false || root.items?.isEmpty == false else {
      return .unchanged
    }
    guard root["kind"]?.text != DocumentKind.pack.rawValue else { return .unchanged }
    let kind = documentKind(of: root)
    let layout = YAMLLayout(root, source: SourceText(bytes))
    let text = RuleFormatter(vocabulary: vocabulary).text(of: layout, kind: kind)
    let result = Array(text.utf8)
    guard result != bytes else { return .unchanged }
    let again = readYAML(result, file: file)
    guard again.root.map({ meaning(of: $0, kind) }) == meaning(of: root, kind) else {
      return .refused([noSafeLayout(of: root, file: file)])
    }
    return .changed(result)
  }

  private func documentKind(of root: YAMLNode) -> ValueKind {
    if root.items != nil { return KeyTable.testFile["tests"]?.kind ?? .list(.text) }
    let name = root["kind"]?.text ?? (root["tests"] == nil ? "" : "tests")
    return KeyTable.document(name).map(ValueKind.mapping) ?? .table(.text)
  }

  private func noSafeLayout(of root: YAMLNode, file: String) -> Diagnostic {
    let problem = RuleProblem.noSafeLayout
    let span = root.entries?.first?.keySpan ?? root.span
    return Diagnostic(
      code: problem.code, id: problem.id,
      message: "another layout of this file would change what it says", file: file, span: span)
  }

  /// The document without layout: keys sorted, clauses as words.
  private func meaning(of node: YAMLNode, _ kind: ValueKind?) -> String {
    switch node.content {
    case .scalar(let text, _):
      let shown = kind?.isClauseText == true ? formattedClause(text) : text
      return "(\(shown.utf8.count):\(shown))"
    case .sequence(let items):
      return "[" + items.map { meaning(of: $0, kind?.item) }.joined() + "]"
    case .mapping(let entries):
      let keys = entries.map(\.key)
      let parts = entries.sorted { $0.key < $1.key }.map { entry in
        let kind = kind?.entry(entry.key, among: keys, isText: entry.value.text != nil)
        return "\(entry.key.utf8.count):\(entry.key)=" + meaning(of: entry.value, kind)
      }
      return "{" + parts.joined() + "}"
    }
  }
}
