/// A comment and where it stands.
struct PlacedComment: Hashable {
  let comment: YAMLLayout.Comment
  let offset: Int
  let line: Int
  /// The byte in its line, from 1.
  let column: Int
  /// Whether a value stands before it on its line.
  let isTrailing: Bool
  /// Whether it stands on the first line of a block scalar such as `|`.
  let isInHeader: Bool
}

/// The comments of a text without errors, in order.
///
/// Between scalars there is nothing but white space, brackets and dashes, so that every `#` there
/// begins a comment.
func placedComments(in source: SourceText, around root: YAMLNode) -> [PlacedComment] {
  var scalars: [Range<Int>] = []
  collectScalars(of: root, &scalars)
  var found: [PlacedComment] = []
  var offset = 0
  for scalar in scalars + [source.bytes.count..<source.bytes.count] {
    comments(in: source, offset..<max(offset, scalar.lowerBound), &found)
    headerComment(in: source, scalar, &found)
    offset = max(offset, scalar.upperBound)
  }
  return found
}

private func collectScalars(of node: YAMLNode, _ found: inout [Range<Int>]) {
  switch node.content {
  case .scalar: found.append(node.span.start.offset..<node.span.end.offset)
  case .sequence(let items): for item in items { collectScalars(of: item, &found) }
  case .mapping(let entries):
    for entry in entries {
      found.append(entry.keySpan.start.offset..<entry.keySpan.end.offset)
      collectScalars(of: entry.value, &found)
    }
  }
}

private func comments(
  in source: SourceText, _ range: Range<Int>, _ found: inout [PlacedComment]
) {
  var offset = range.lowerBound
  while let start = source.bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "#")) {
    let comment = comment(in: source, at: start, isInHeader: false)
    found.append(comment)
    offset = min(range.upperBound, source.endOfLine(after: start))
  }
}

private func headerComment(
  in source: SourceText, _ scalar: Range<Int>, _ found: inout [PlacedComment]
) {
  guard let first = source.bytes[scalar].first,
    first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
  else { return }
  let end = source.endOfLine(after: scalar.lowerBound)
  if let start = source.bytes[scalar.lowerBound..<end].firstIndex(of: UInt8(ascii: "#")) {
    found.append(comment(in: source, at: start, isInHeader: true))
  }
}

private func comment(in source: SourceText, at start: Int, isInHeader: Bool) -> PlacedComment {
  let position = source.position(at: start)
  var text = source.bytes[start..<source.endOfLine(after: start)]
  while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
    text.removeLast()
  }
  let isAlone = source.isFirstOnLine(start)
  return PlacedComment(
    comment: YAMLLayout.Comment(
      text: String(decoding: text, as: UTF8.self),
      hasBlankBefore: isAlone && source.hasBlankLine(above: position.line)),
    offset: start, line: position.line, column: position.column, isTrailing: !isAlone,
    isInHeader: isInHeader)
}

extension SourceText {
  /// The place of the line break after `offset`, or the end of the text.
  func endOfLine(after offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// Whether nothing but spaces, dashes and a byte-order mark stand before a byte on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    let start = offset - (position(at: offset).column - 1)
    return bytes[start..<offset].allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || (start == 0 && $0 >= 0xBB)
    }
  }

  /// Whether the line above line `number` holds nothing but white space.
  func hasBlankLine(above number: Int) -> Bool {
    guard number > 1, let line = line(number - 1) else { return false }
    return line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
