import StrictYAML

extension RuleOutline {
  /// A place that refers to a name, or gives it.
  struct Use: Hashable {
    let name: String
    let range: Range<Int>
  }

  /// Every place that gives a name or refers to one, in the order of the text.
  var uses: [Use] {
    let known = Set(names.map(\.name))
    let given = names.map { Use(name: $0.name, range: $0.range) }
    let referring = outline.entries.indices.flatMap { referringUses(index: $0) }
      .filter { known.contains($0.name) }
    return Set(given + referring).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Places that would refer to a name, if a document beside this one gave it.
  var citedUses: [Use] {
    outline.entries.indices.flatMap { referringUses(index: $0) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func referringUses(index: Int) -> [Use] {
    let entry = outline.entries[index]
    guard let text = entry.text, let range = entry.textRange, isVerbatim(text, range) else {
      return []
    }
    for kind in kind(of: index)?.alternatives ?? [] {
      switch kind {
      case .knownName, .path: return head(of: text, at: range.lowerBound)
      case .clause, .condition, .expression:
        return clauseTokens(text).filter { $0.kind == .word && $0.text.contains(".") }
          .flatMap { head(of: $0.text, at: range.lowerBound + $0.range.lowerBound) }
      case .template: return templateUses(text, range.lowerBound)
      default: continue
      }
    }
    return []
  }

  /// Escapes and folded lines move the bytes, so that no place in them is sure.
  private func isVerbatim(_ text: String, _ range: Range<Int>) -> Bool {
    bytes[range].elementsEqual(text.utf8) && !text.contains("\\")
  }

  private func head(of path: String, at start: Int) -> [Use] {
    let name = String(path.prefix { $0 != "." })
    return [Use(name: name, range: start..<start + name.utf8.count)]
  }

  private func templateUses(_ text: String, _ start: Int) -> [Use] {
    let bytes = Array(text.utf8)
    return bytes.indices.filter { bytes[$0] == UInt8(ascii: "{") }.flatMap { open in
      let rest = bytes[(open + 1)...].prefix { !"{}".utf8.contains($0) }
      return head(of: String(decoding: rest, as: UTF8.self), at: start + open + 1)
    }
  }
}
