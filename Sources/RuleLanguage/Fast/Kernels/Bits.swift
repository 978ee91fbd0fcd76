/// A set of rows, one bit each.
///
/// Plain loops over whole words: the compiler makes vector instructions of them, and the same loops
/// through unsafe buffers took as long (32,768 rows, 0.1 µs for `formIntersection`). The first word
/// stands beside the others, so that the sets of one vessel, which has few facts of a kind, need no
/// memory of their own.
struct Bits: Hashable, Sendable {
  private var first: UInt64
  private var rest: [UInt64]
  /// How many rows there are, in the set or not.
  let count: Int

  /// No row, or all.
  init(count: Int, filled: Bool = false) {
    self.count = count
    first = filled ? ~0 : 0
    rest = count > 64 ? Array(repeating: first, count: (count - 1) / 64) : []
    if filled { clearTail() }
  }

  /// The rows whose word and bit are set in `words`.
  init(count: Int, words: [UInt64]) {
    precondition(words.count == (count + 63) / 64, "a bitset has a word for every 64 rows")
    self.count = count
    first = words.first ?? 0
    rest = Array(words.dropFirst())
    clearTail()
  }

  /// A word for every 64 rows.
  var words: [UInt64] { count == 0 ? [] : [first] + rest }

  subscript(row: Int) -> Bool {
    get { word(row >> 6) >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit = UInt64(1) << UInt64(row & 63)
      if row < 64 {
        if newValue { first |= bit } else { first &= ~bit }
      } else {
        if newValue { rest[row >> 6 - 1] |= bit } else { rest[row >> 6 - 1] &= ~bit }
      }
    }
  }

  var isEmpty: Bool { first == 0 && rest.allSatisfy { $0 == 0 } }

  /// How many rows are in the set.
  var cardinality: Int { rest.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  mutating func formUnion(_ other: Bits) { combine(other) { $0 | $1 } }
  mutating func formIntersection(_ other: Bits) { combine(other) { $0 & $1 } }
  mutating func formSymmetricDifference(_ other: Bits) { combine(other) { $0 ^ $1 } }
  mutating func subtract(_ other: Bits) { combine(other) { $0 & ~$1 } }

  /// Keeps the rows of `holds` and those that are not in `known`.
  mutating func formIntersection(_ holds: Bits, orNot known: Bits) {
    precondition(count == holds.count && count == known.count, "one table has one length")
    first &= holds.first | ~known.first
    for index in rest.indices { rest[index] &= holds.rest[index] | ~known.rest[index] }
  }

  func intersection(_ other: Bits) -> Bits {
    var result = self
    result.formIntersection(other)
    return result
  }

  func subtracting(_ other: Bits) -> Bits {
    var result = self
    result.subtract(other)
    return result
  }

  /// The rows that are not in the set.
  var complement: Bits { Bits(count: count, filled: true).subtracting(self) }

  /// Calls `body` with every row of the set, in order.
  func forEach(_ body: (Int) -> Void) {
    Self.forEach(of: first, from: 0, body)
    for (index, word) in rest.enumerated() where word != 0 {
      Self.forEach(of: word, from: (index + 1) << 6, body)
    }
  }

  /// Adds the rows of a set whose first row stands at `offset`, a multiple of 64.
  mutating func place(_ other: Bits, at offset: Int) {
    precondition(offset & 63 == 0, "bitsets are put together at whole words")
    for (index, word) in other.words.enumerated() {
      let place = offset >> 6 + index
      if place == 0 { first |= word } else { rest[place - 1] |= word }
    }
  }

  private func word(_ index: Int) -> UInt64 { index == 0 ? first : rest[index - 1] }

  @inline(__always)
  private static func forEach(of word: UInt64, from row: Int, _ body: (Int) -> Void) {
    var rest = word
    while rest != 0 {
      body(row + rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  @inline(__always)
  private mutating func combine(_ other: Bits, _ operation: (UInt64, UInt64) -> UInt64) {
    precondition(count == other.count, "bitsets of one table have one length")
    first = operation(first, other.first)
    for index in rest.indices { rest[index] = operation(rest[index], other.rest[index]) }
  }

  private mutating func clearTail() {
    let used = count & 63
    guard used != 0 || count == 0 else { return }
    let mask = (UInt64(1) << UInt64(used)) - 1
    if let last = rest.indices.last { rest[last] &= mask } else { first &= mask }
  }
}
