/// For every border, the rows whose value is known and not below it.
///
/// A column is read once however many rules ask about it: a row belongs to the class of the borders
/// that it reaches, each class is scattered to a bitset, and a running union from the highest class
/// down gives the answer for each border. Any comparison of the column with constants is then the
/// symmetric difference of a few of these bitsets. On 32,768 rows 169 borders took 1.5 ms where a
/// comparison for each border took 3.0 ms word by word and 40 ms bit by bit; three borders took
/// 0.13 ms against 0.05 ms, so few borders are compared one by one.
///
/// - Parameters:
///   - borders: Ascending, each once.
///   - values: One for each row; those of rows that are not known do not matter.
///   - known: The rows whose value is known.
/// - Returns: One bitset for each border.
func borderBits(_ borders: [Int64], values: [Int64], known: Bits) -> [Bits] {
  let words = known.words.count
  guard !borders.isEmpty, words > 0 else { return borders.map { _ in Bits(count: values.count) } }
  guard borders.count > fewBorders else {
    return borders.map { rows(reaching: $0, values: values, known: known) }
  }
  // The first slot takes the rows below all borders, so that no row needs a branch.
  var scattered = [UInt64](repeating: 0, count: (borders.count + 1) * words)
  scattered.withUnsafeMutableBufferPointer { slots in
    values.withUnsafeBufferPointer { values in
      borders.withUnsafeBufferPointer { borders in
        known.words.withUnsafeBufferPointer { known in
          scatter(values, borders, known, into: slots)
        }
      }
    }
    for border in stride(from: borders.count - 1, to: 0, by: -1) {
      let (own, above) = (border * words, (border + 1) * words)
      for word in 0..<words { slots[own + word] |= slots[above + word] }
    }
  }
  return (1...borders.count).map {
    Bits(count: values.count, words: Array(scattered[$0 * words..<($0 + 1) * words]))
  }
}

/// From more borders than these the scattered form is faster (measured: the two meet at eight).
private let fewBorders = 8

/// The rows whose value is known and at least `border`, a word at a time.
private func rows(reaching border: Int64, values: [Int64], known: Bits) -> Bits {
  var words = known.words
  values.withUnsafeBufferPointer { values in
    let whole = values.count >> 6
    // A count that the compiler knows lets it unroll the loop.
    for index in 0..<whole { words[index] &= word(values, index << 6, 64, border) }
    let rest = values.count & 63
    if rest > 0 { words[whole] &= word(values, whole << 6, rest, border) }
  }
  return Bits(count: values.count, words: words)
}

@inline(__always)
private func word(
  _ values: UnsafeBufferPointer<Int64>, _ first: Int, _ count: Int, _ border: Int64
) -> UInt64 {
  var word: UInt64 = 0
  for bit in 0..<count { word |= (values[first + bit] >= border ? 1 : 0) << UInt64(bit) }
  return word
}

private func scatter(
  _ values: UnsafeBufferPointer<Int64>, _ borders: UnsafeBufferPointer<Int64>,
  _ known: UnsafeBufferPointer<UInt64>, into slots: UnsafeMutableBufferPointer<UInt64>
) {
  let words = known.count
  for row in values.indices {
    let bit = known[row >> 6] & (1 << UInt64(row & 63))
    let reached = bordersReached(by: values[row], borders)
    slots[reached * words + row >> 6] |= bit
  }
}

/// How many borders are at most `value`: a binary search whose steps are moves and not branches,
/// because a branch here is guessed wrong half the time.
@inline(__always)
private func bordersReached(by value: Int64, _ borders: UnsafeBufferPointer<Int64>) -> Int {
  var base = 0
  var length = borders.count
  while length > 1 {
    let half = length >> 1
    base = borders[base + half - 1] <= value ? base + half : base
    length -= half
  }
  return base + (borders[base] <= value ? 1 : 0)
}
