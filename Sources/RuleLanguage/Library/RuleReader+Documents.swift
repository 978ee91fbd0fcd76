import Maritime
import StrictYAML

extension RuleReader {
  /// What a document says it is; reports a kind that is missing or none of ours.
  mutating func documentKind(_ root: YAMLNode) -> DocumentKind? {
    let names = DocumentKind.allCases.map(\.rawValue)
    guard root.entries != nil, let node = root["kind"] else {
      report(
        .unsupportedKind, "the file does not say what it is", at: firstKey(of: root),
        help: "start it with `kind: rule`, or another kind: \(names.joined(separator: ", "))")
      return nil
    }
    if let kind = node.text.flatMap(DocumentKind.init(rawValue:)) { return kind }
    report(
      .unsupportedKind, "there is no document of kind `\(node.text ?? "")`", at: node.span,
      help: nameHelp(node.text ?? "", in: names))
    return nil
  }

  /// Checks what documents of all kinds but rules and policies share.
  ///
  /// - Returns: The document's id; `nil` when the rest of it has no meaning.
  mutating func document(_ root: YAMLNode, _ kind: DocumentKind) -> String? {
    guard let table = kind.table else { return nil }
    if root.entries?.first?.key != "kind" {
      report(
        .unsupportedKind, "`kind: \(kind.rawValue)` is not the first key",
        at: keySpan("kind", in: root))
    }
    if let language = root["language"], language.text != "1" {
      report(
        .unsupportedLanguage, "this program reads language 1", at: language.span,
        help: "write `language: 1`")
      return nil
    }
    guard checkKeys(of: root, table), let node = root["id"], let id = text(node, key: "id") else {
      return nil
    }
    for key in ["title", "owner"] { _ = root[key].flatMap { text($0, key: key) } }
    _ = texts(root["references"], key: "references")
    if isKebabCase(id) { return id }
    report(
      .invalidName, "`\(id)` is not in kebab case", at: node.span,
      help: "use lower-case letters, digits and `-`")
    return nil
  }

  /// The document as tools list it.
  func libraryDocument(
    _ root: YAMLNode, _ kind: DocumentKind, gives names: [LibraryDocument.Name]
  ) -> LibraryDocument {
    let file = LibraryFile(name: file, bytes: [])
    let fallback = file.stem.split(separator: "/").last.map(String.init) ?? file.stem
    return LibraryDocument(
      kind: kind, id: root["id"]?.text ?? fallback, file: file.name, span: firstKey(of: root),
      gives: names, uses: usedNames(in: root))
  }

  private func firstKey(of root: YAMLNode) -> SourceSpan {
    root.entries?.first?.keySpan ?? SourceSpan(start: root.span.start, end: root.span.start)
  }
}
