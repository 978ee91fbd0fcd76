import StrictYAML

extension RuleEditor {
  /// The parts of a document: its keys, the facts under `match` and the tests by name.
  public func symbols(in bytes: [UInt8], file: String) -> [EditorSymbol] {
    let document = outline(bytes, file)
    var children: [Int: [Int]] = [:]
    for (index, entry) in document.outline.entries.enumerated() {
      children[entry.parent ?? -1, default: []].append(index)
    }
    return (children[-1] ?? []).compactMap { symbol($0, document, children, depth: 0) }
  }

  /// Entries of more than six levels only repeat what the text shows.
  private func symbol(
    _ index: Int, _ document: RuleOutline, _ children: [Int: [Int]], depth: Int
  ) -> EditorSymbol? {
    let entry = document.outline.entries[index]
    let own = children[index] ?? []
    let text = { (key: String) -> String? in
      own.first { document.outline.entries[$0].key == key }
        .flatMap { document.outline.entries[$0].text }
    }
    let name = entry.key ?? text("name") ?? text("as") ?? text("fact") ?? entry.text
    guard let name, !name.isEmpty, depth < 6 else { return nil }
    let inner = own.compactMap { symbol($0, document, children, depth: depth + 1) }
    return EditorSymbol(
      name: name, detail: entry.key == nil ? "" : entry.text ?? "",
      range: entry.head.lowerBound..<max(entry.end, entry.head.upperBound),
      nameRange: entry.head, children: inner)
  }
}
