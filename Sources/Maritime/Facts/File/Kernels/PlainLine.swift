import Glibc

/// The members of a JSON object on one line that is written plainly: no escapes, only ASCII.
///
/// Facts files have millions of such lines. Anything else is left to `JSONValue`, which also says
/// what is wrong: this reader gives up without a word. A member that nobody takes may be unknown or
/// a key that occurs twice, so a line counts as read only when all are taken.
struct PlainLine {
  /// What a value looks like.
  enum Form {
    case number, text, word, nested
  }

  struct Member {
    let key: Range<Int>
    /// The first eight bytes of the key.
    let start: UInt64
    let value: Range<Int>
    let form: Form
    var isTaken = false
  }

  let bytes: UnsafeRawBufferPointer
  private(set) var members: [Member] = []
  private var cursor = 0
  private var taken = 0
  private var index = 0

  /// Reads the members of the line, as far as `isEnough` lets it; `nil` when it is not plain.
  ///
  /// - Parameters:
  ///   - bytes: The line without its end.
  ///   - spare: Memory of a line that is done.
  ///   - isEnough: Told of each member; when it says so, the rest stays unread.
  init?(
    _ bytes: UnsafeRawBufferPointer, spare: consuming [Member], until isEnough: (Member) -> Bool
  ) {
    self.bytes = bytes
    members = spare
    members.removeAll(keepingCapacity: true)
    skipSpace()
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      skipSpace()
      guard let key = text() else { return nil }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { return nil }
      skipSpace()
      guard let (form, value) = value() else { return nil }
      let member = Member(key: key, start: eightBytes(of: key, in: bytes), value: value, form: form)
      members.append(member)
      if isEnough(member) { return }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { return nil }
    skipSpace()
    guard index == bytes.count else { return nil }
  }

  /// Whether every member was taken.
  var isTaken: Bool { taken == members.count }

  /// The next member with this key that was not taken.
  mutating func take(_ key: PlainKey) -> Member? {
    // Files of one program have their keys in the order in which they are asked for.
    for offset in 0..<members.count {
      var place = cursor + offset
      if place >= members.count { place -= members.count }
      guard !members[place].isTaken, key.isKey(of: members[place], in: bytes) else { continue }
      members[place].isTaken = true
      taken += 1
      cursor = place + 1
      return members[place]
    }
    return nil
  }

  private mutating func value() -> (Form, Range<Int>)? {
    guard index < bytes.count else { return nil }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "\""): return text().map { (.text, $0) }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return skipNested() ? (.nested, start..<index) : nil
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      while index < bytes.count, bytes[index] >= UInt8(ascii: "a") { index += 1 }
      return (.word, start..<index)
    default:
      while index < bytes.count, isPartOfNumber(bytes[index]) { index += 1 }
      return index > start ? (.number, start..<index) : nil
    }
  }

  /// The content of a text in quotes.
  private mutating func text() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return start..<index - 1
      }
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\\") else { return nil }
      index += 1
    }
    return nil
  }

  private mutating func skipNested() -> Bool {
    var depth = 0
    repeat {
      guard index < bytes.count else { return false }
      switch bytes[index] {
      case UInt8(ascii: "\""): guard text() != nil else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        index += 1
      default: index += 1
      }
    } while depth > 0
    return true
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
  }
}

/// A key that is looked for.
///
/// A class, because a line asks for twenty of them: handing one over costs one reference.
final class PlainKey: Sendable {
  private let bytes: [UInt8]
  private let start: UInt64

  init(_ key: String) {
    bytes = Array(key.utf8)
    start = bytes.withUnsafeBytes { eightBytes(of: 0..<$0.count, in: $0) }
  }

  func isKey(of member: PlainLine.Member, in line: UnsafeRawBufferPointer) -> Bool {
    guard member.start == start, member.key.count == bytes.count else { return false }
    guard bytes.count > 8 else { return true }
    return line.has(bytes, at: member.key.lowerBound)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes stand at a place.
  ///
  /// - Precondition: So many bytes are there.
  func has(_ expected: [UInt8], at place: Int) -> Bool {
    expected.withUnsafeBytes { other in
      guard let own = baseAddress, let theirs = other.baseAddress else { return other.isEmpty }
      return memcmp(own + place, theirs, other.count) == 0
    }
  }
}

/// JSON's white space within a line (RFC 8259, section 2).
private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

private func isPartOfNumber(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
    UInt8(ascii: "+"):
    true
  default: false
  }
}

/// The first eight bytes of a range as a number; zeros stand for those that are not there.
private func eightBytes(of range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> UInt64 {
  if range.lowerBound + 8 <= bytes.count {
    let word = bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self).littleEndian
    return range.count >= 8 ? word : word & (1 << UInt64(range.count * 8) - 1)
  }
  var word: UInt64 = 0
  for (place, byte) in bytes[range].prefix(8).enumerated() { word |= UInt64(byte) << (place * 8) }
  return word
}
