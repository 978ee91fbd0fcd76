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
    guard let text = entry.text, let range = entry.textRange else { return [] }
    if let sentence = sentence(index) { return templateUses(sentence) }
    guard isVerbatim(text, range) else { return [] }
    for kind in kind(of: index)?.alternatives ?? [] {
      switch kind {
      case .knownName, .path: return head(of: text, at: range.lowerBound)
      case .clause, .condition, .expression:
        return clauseTokens(text).filter { $0.kind == .word && $0.text.contains(".") }
          .flatMap { head(of: $0.text, at: range.lowerBound + $0.range.lowerBound) }
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

  private func templateUses(_ range: Range<Int>) -> [Use] {
    placeholders(in: range).flatMap { head(of: $0.path, at: $0.range.lowerBound) }
  }

  /// The bytes of every sentence with names in braces, in the order of the text.
  var sentences: [Range<Int>] { outline.entries.indices.compactMap { sentence($0) } }

  /// The bytes of the sentence behind an entry, up to its closing quote on whatever line.
  private func sentence(_ index: Int) -> Range<Int>? {
    guard kind(of: index)?.alternatives.contains(where: \.isTemplate) == true,
      let range = outline.entries[index].textRange
    else { return nil }
    guard range.lowerBound > 0, case let quote = bytes[range.lowerBound - 1],
      "\"'".utf8.contains(quote)
    else { return range }
    var end = range.lowerBound
    while end < bytes.count, bytes[end] != quote {
      // In double quotes a backslash takes the next sign with it.
      end += bytes[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    return range.lowerBound..<max(range.upperBound, min(end, bytes.count))
  }

  /// What stands in braces in a sentence; they stand as they are also where its lines are folded.
  func placeholders(in range: Range<Int>) -> [(path: String, range: Range<Int>)] {
    range.filter { bytes[$0] == UInt8(ascii: "{") }.compactMap { open in
      let rest = bytes[(open + 1)..<range.upperBound].prefix { !"{} \n".utf8.contains($0) }
      guard !rest.isEmpty else { return nil }
      return (String(decoding: rest, as: UTF8.self), rest.startIndex..<rest.endIndex)
    }
  }
}

extension ValueKind {
  /// Whether it is a sentence with names in braces.
  var isTemplate: Bool { if case .template = self { true } else { false } }
}
