import StrictYAML

/// What stands, or is about to stand, where the cursor is.
enum EditingPlace {
  /// A key of the mapping behind `parent`, typed so far in `range`.
  case key(parent: Int?, Range<Int>)
  /// The text behind an entry, typed so far in `range` up to the cursor.
  case value(Int, Range<Int>)
  /// A new item of the list behind an entry, which may be text or a mapping.
  case item(of: Int, Range<Int>)
  /// A comment, or a place that nothing fits.
  case nothing
}

extension RuleOutline {
  /// The place of the cursor.
  func place(at offset: Int) -> EditingPlace {
    if outline.comments.contains(where: { $0.contains(offset - 1) && offset > $0.lowerBound }) {
      return .nothing
    }
    for index in outline.entries.indices.reversed() {
      let entry = outline.entries[index]
      // Behind a text and a space its next word is typed.
      if let range = entry.textRange, range.lowerBound <= offset,
        offset <= range.upperBound
          || bytes[range.upperBound..<offset].allSatisfy({ $0 == UInt8(ascii: " ") })
      {
        return .value(index, range.lowerBound..<offset)
      }
      if entry.key != nil, entry.head.lowerBound <= offset, offset <= entry.head.upperBound {
        return .key(parent: entry.parent, entry.head.lowerBound..<offset)
      }
    }
    if let bracket = outline.brackets.last(where: {
      $0.range.lowerBound <= offset && offset <= $0.range.upperBound
    }) {
      return inBrackets(bracket, offset)
    }
    return onBlockLine(offset)
  }

  private func inBrackets(_ bracket: YAMLOutline.Brackets, _ offset: Int) -> EditingPlace {
    // `{key: ` has a key that waits for its text.
    let last = outline.entries.indices.last {
      outline.entries[$0].parent == bracket.owner && outline.entries[$0].isFlow
        && outline.entries[$0].head.upperBound <= offset
    }
    if let last, outline.entries[last].key != nil, outline.entries[last].hasColon,
      outline.entries[last].text == nil,
      bytes[outline.entries[last].head.upperBound..<offset].allSatisfy({ " :\"'".utf8.contains($0) }
      )
    {
      return .value(last, offset..<offset)
    }
    guard !bracket.isMapping else { return .key(parent: bracket.owner, offset..<offset) }
    return bracket.owner.map { .item(of: $0, offset..<offset) } ?? .nothing
  }

  /// On a line that holds nothing yet, or a key or dash without its value.
  private func onBlockLine(_ offset: Int) -> EditingPlace {
    let start = bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    let line = bytes[start..<offset]
    if let index = outline.entries.indices.last(where: {
      !outline.entries[$0].isFlow && outline.entries[$0].head.lowerBound >= start
        && outline.entries[$0].head.upperBound <= offset
    }) {
      let entry = outline.entries[index]
      guard entry.key == nil else { return .value(index, offset..<offset) }
      return entry.parent.map { .item(of: $0, offset..<offset) } ?? .nothing
    }
    guard line.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return .nothing }
    return newLine(column: line.count, before: start, offset)
  }

  private func newLine(column: Int, before start: Int, _ offset: Int) -> EditingPlace {
    let last = outline.entries.indices.last {
      !outline.entries[$0].isFlow && outline.entries[$0].head.lowerBound < start
    }
    for index in outline.ancestors(of: last) where !outline.entries[index].isFlow {
      let entry = outline.entries[index]
      guard entry.column < column else { continue }
      let isList = kind(of: index)?.item != nil && kind(of: index)?.isMapping == false
      return isList ? .item(of: index, offset..<offset) : .key(parent: index, offset..<offset)
    }
    return .key(parent: nil, offset..<offset)
  }
}

extension ValueKind {
  /// Whether a mapping may stand here.
  var isMapping: Bool {
    alternatives.contains { kind in
      switch kind {
      case .mapping, .table, .operators, .condition, .clause, .testFact, .testVessel: true
      default: false
      }
    }
  }
}
