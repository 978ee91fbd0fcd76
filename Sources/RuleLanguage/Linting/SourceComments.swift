import StrictYAML

/// A comment of a YAML text.
struct SourceComment: Hashable, Sendable {
  /// From the `#` to the end of the line.
  let span: SourceSpan
  /// Without the `#` and the spaces around.
  let text: String
  /// Whether nothing else stands on the line.
  let isAlone: Bool
}

/// The comments of a text, which the YAML reader leaves out.
///
/// A `#` begins a comment at the start of a line or after a space, unless it belongs to a value:
/// the spans of all values say so, also for quotes and blocks.
struct SourceComments: Sendable {
  /// In file order, at most one a line.
  let all: [SourceComment]
  private let byLine: [Int: SourceComment]

  init(_ source: SourceText, root: YAMLNode) {
    var values: [Range<Int>] = []
    Self.collect(root, into: &values)
    var found: [SourceComment] = []
    var next = 0
    var end = 0
    for (offset, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "#") {
      guard offset >= end, Self.mayBegin(at: offset, in: source.bytes) else { continue }
      while next < values.count, values[next].upperBound <= offset { next += 1 }
      if next < values.count, values[next].contains(offset) { continue }
      let comment = Self.comment(at: offset, in: source)
      end = comment.span.end.offset
      found.append(comment)
    }
    all = found
    byLine = Dictionary(found.map { ($0.span.start.line, $0) }) { first, _ in first }
  }

  /// The comment on a line.
  func onLine(_ line: Int) -> SourceComment? { byLine[line] }

  /// The comments on a line and on the lines of comments right above it.
  func around(line: Int) -> [SourceComment] {
    var found = byLine[line].map { [$0] } ?? []
    var above = line - 1
    while let comment = byLine[above], comment.isAlone {
      found.append(comment)
      above -= 1
    }
    return found
  }

  private static func mayBegin(at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset > 0 else { return true }
    return [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset - 1])
  }

  private static func comment(at offset: Int, in source: SourceText) -> SourceComment {
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let end = source.bytes[offset...].firstIndex(where: isBreak) ?? source.bytes.count
    let start = source.bytes[..<offset].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let body = source.bytes[(offset + 1)..<end].drop(while: isSpace)
    let length = body.reversed().drop(while: isSpace).count
    return SourceComment(
      span: source.span(offset..<end), text: String(decoding: body.prefix(length), as: UTF8.self),
      isAlone: source.bytes[start..<offset].allSatisfy(isSpace))
  }

  /// The bytes of keys and scalars, in file order.
  private static func collect(_ node: YAMLNode, into values: inout [Range<Int>]) {
    switch node.content {
    case .scalar: values.append(node.span.start.offset..<node.span.end.offset)
    case .sequence(let items): for item in items { collect(item, into: &values) }
    case .mapping(let entries):
      for entry in entries {
        values.append(entry.keySpan.start.offset..<entry.keySpan.end.offset)
        collect(entry.value, into: &values)
      }
    }
  }
}
