import Maritime
import StrictYAML

/// Places in a text as editors count them: lines from 0, and in a line UTF-16 units from 0.
struct TextPositions {
  let bytes: [UInt8]
  private let source: SourceText

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    source = SourceText(bytes)
  }

  /// The byte at a place; beyond the end of a line counts as its end.
  func offset(line: Int, character: Int) -> Int {
    guard line >= 0 else { return 0 }
    guard let content = source.line(line + 1) else { return bytes.count }
    var offset = content.startIndex
    var left = max(character, 0)
    for scalar in String(decoding: content, as: UTF8.self).unicodeScalars {
      let units = UTF16.width(scalar)
      guard left >= units else { break }
      left -= units
      offset += UTF8.width(scalar)
    }
    return min(offset, content.endIndex)
  }

  /// The byte at a position of the protocol; the start for one without numbers.
  func offset(_ position: JSONValue?) -> Int {
    offset(
      line: position?["line"]?.integer ?? 0, character: position?["character"]?.integer ?? 0)
  }

  /// The position of a byte.
  func position(_ offset: Int) -> JSONValue {
    let place = source.position(at: offset)
    let start = place.offset - (place.column - 1)
    let before = String(decoding: bytes[start..<place.offset], as: UTF8.self)
    return .object([
      JSONMember("line", .number(Double(place.line - 1))),
      JSONMember("character", .number(Double(before.utf16.count))),
    ])
  }

  /// The range of some bytes.
  func range(_ range: Range<Int>) -> JSONValue {
    .object([
      JSONMember("start", position(range.lowerBound)),
      JSONMember("end", position(range.upperBound)),
    ])
  }

  func range(_ span: SourceSpan) -> JSONValue { range(span.start.offset..<span.end.offset) }
}
