/// The bits of one AIS message, most significant first.
///
/// Keeps the first 512: no message that says where or what a vessel is needs more than 424. The
/// rest is counted, and a bit that was not sent reads as zero.
///
/// The fields are read in line, so that their places are constants to the compiler, and through a
/// span, which does not copy the words first.
struct MessageBits: MessageFields, Sendable {
  static let capacity = 512

  /// How many bits were sent.
  private(set) var count = 0
  // One word more than the capacity, so that a field may be read across a boundary anywhere.
  private var words = InlineArray<9, UInt64>(repeating: 0)

  /// Appends the lowest `width` bits of `value`, at most 64 of them; the bits above are zero.
  @inline(__always)
  mutating func append(_ value: UInt64, count width: Int) {
    let start = count
    count &+= width
    guard width > 0, count <= Self.capacity else { return }
    var words = words.mutableSpan
    let (index, offset) = (start &>> 6, start & 63)
    let aligned = value &<< (64 &- width)
    words[index] |= aligned &>> offset
    if offset &+ width > 64 { words[index &+ 1] |= aligned &<< (64 &- offset) }
  }

  /// Appends another part of the same message.
  mutating func append(_ part: MessageBits) {
    let stored = min(part.count, Self.capacity)
    for start in stride(from: 0, to: stored, by: 32) {
      let width = min(32, stored - start)
      append(UInt64(part.unsigned(start, width)), count: width)
    }
    count += part.count - stored
  }

  /// Takes back the last `width` bits, at most 5, which only filled up a character.
  mutating func removeLast(_ width: Int) {
    precondition(width < 6, "a character has six bits")
    let kept = max(0, count - width)
    // Of a message longer than is kept, the last bits were never there.
    for position in min(kept, Self.capacity)..<min(count, Self.capacity) {
      words[position >> 6] &= ~(1 << UInt64(63 - position & 63))
    }
    count = kept
  }

  /// A digest of all bits that are kept and their number.
  var digest: UInt64 {
    let words = words.span
    var mixed = UInt64(truncatingIfNeeded: count)
    for index in words.indices {
      mixed = (mixed ^ words[index]) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed &>> 29
    }
    return mixed
  }

  /// The `width` bits from `start` as a number; at most 32 of them.
  @inline(__always)
  func unsigned(_ start: Int, _ width: Int) -> Int {
    let words = words.span
    let (index, offset) = (start &>> 6, start & 63)
    var window = words[index] &<< offset
    if offset &+ width > 64 { window |= words[index &+ 1] &>> (64 &- offset) }
    return Int(truncatingIfNeeded: window &>> (64 &- width))
  }

  /// The text of `length` six-bit characters, up to the first `@`, without spaces around it.
  func text(_ start: Int, length: Int) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(length)
    for index in 0..<length {
      let six = UInt8(unsigned(start + 6 * index, 6))
      if six == 0 { break }
      if characters.isEmpty, six == UInt8(ascii: " ") { continue }
      characters.append(six < 32 ? six + 64 : six)
    }
    while characters.last == UInt8(ascii: " ") { characters.removeLast() }
    return String(decoding: characters, as: UTF8.self)
  }
}
