/// Where the fields of one row end, found eight bytes at a time.
struct RowScan {
  /// What lies between the start of a row and its line feed.
  struct Row {
    /// The index of the line feed, or the end of the block.
    let end: Int
    /// How many delimiters were written.
    let delimiters: Int
    /// Whether the row has no quote, and room behind it for words that reach beyond it.
    let isPlain: Bool
  }

  /// How many delimiters there is room for.
  let capacity: Int
  private let delimiter: UInt64
  private let most: Int

  /// Prepares for rows of a number of columns.
  init(delimiter: UInt8, columns: Int) {
    self.delimiter = repeated(delimiter)
    most = columns
    capacity = columns + 16
  }

  /// The row that starts at an index; the indices of its delimiters go to `ends`.
  ///
  /// Further delimiters than there are columns may be left out.
  @inline(__always)
  func row(
    _ base: UnsafePointer<UInt8>, from start: Int, count: Int,
    _ ends: UnsafeMutablePointer<Int32>
  ) -> Row {
    var index = start
    var found = 0
    var quotes: UInt64 = 0
    while index + 8 <= count {
      let word = eightBytes(base + index)
      let feeds = equalBytes(word, repeated(0x0A))
      // All bits below the first line feed; all bits when there is none.
      let inRow = (feeds & (0 &- feeds)) &- 1
      quotes |= equalBytes(word, repeated(0x22)) & inRow
      if found <= most {
        found += Self.write(equalBytes(word, delimiter) & inRow, at: index, ends + found)
      }
      if feeds != 0 {
        let end = index + feeds.trailingZeroBitCount / 8
        return Row(end: end, delimiters: found, isPlain: quotes == 0 && end + 16 <= count)
      }
      index += 8
    }
    while index < count, base[index] != 0x0A { index += 1 }
    return Row(end: index, delimiters: 0, isPlain: false)
  }

  /// Writes the places of up to eight hits and returns how many there are.
  ///
  /// The first four are written in any case: a loop over two or three mispredicts every other word.
  @inline(__always)
  private static func write(
    _ hits: UInt64, at index: Int, _ ends: UnsafeMutablePointer<Int32>
  ) -> Int {
    let count = Int(((hits >> 7) &* 0x0101_0101_0101_0101) >> 56)
    var rest = hits
    for place in 0..<4 {
      ends[place] = Int32(truncatingIfNeeded: index &+ rest.trailingZeroBitCount / 8)
      rest &= rest &- 1
    }
    if count > 4 {
      for place in 4..<count {
        ends[place] = Int32(truncatingIfNeeded: index &+ rest.trailingZeroBitCount / 8)
        rest &= rest &- 1
      }
    }
    return count
  }
}
