import Maritime

/// Reads numbers and times out of a line without copying it.
extension Span where Element == UInt8 {
  /// The number that all of `range` spells in decimal; `nil` when empty, longer than 19 or not
  /// digits.
  func decimal(_ range: Range<Int>) -> Int? {
    guard (1...19).contains(range.count) else { return nil }
    var value = 0
    for index in range {
      let digit = Int(self[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeStill) = product.addingReportingOverflow(digit)
      if isTooLarge || isTooLargeStill { return nil }
      value = sum
    }
    return value
  }

  /// The index of the `*` whose checksum is that of `range` before it; `nil` when wrong or absent.
  func checkedEnd(_ range: Range<Int>) -> Int? {
    guard let (star, sum) = checksum(self, range),
      hexadecimal(at: star + 1, before: range.upperBound) == sum
    else { return nil }
    return star
  }

  /// The byte that two hexadecimal digits at `index` spell.
  func hexadecimal(at index: Int, before end: Int) -> UInt8? {
    guard index + 2 <= end, let high = nibble(index), let low = nibble(index + 1) else {
      return nil
    }
    return high << 4 | low
  }

  private func nibble(_ index: Int) -> UInt8? {
    switch self[index] {
    case 48...57: self[index] - 48
    case 65...70: self[index] - 55
    case 97...102: self[index] - 87
    default: nil
    }
  }

  /// `range` without the spaces, tabs and returns at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, isBlank(end - 1) { end -= 1 }
    while start < end, isBlank(start) { start += 1 }
    return start..<end
  }

  private func isBlank(_ index: Int) -> Bool {
    self[index] == UInt8(ascii: " ") || (9...13).contains(self[index])
  }

  /// The end of the field that starts at `range.lowerBound`: the next comma, or the end.
  func fieldEnd(_ range: Range<Int>) -> Int {
    firstIndex(of: UInt8(ascii: ","), in: self, range) ?? range.upperBound
  }
}

/// Milliseconds since 1970 of a count since 1970 in seconds, milli-, micro- or nanoseconds.
///
/// The unit follows from the size. A time before 2000, when no ship sent AIS yet, or from 2100 on
/// comes from a receiver whose clock was not set, and is missing (our own default).
func receiverTime(sinceEpoch count: Int) -> Int64? {
  let milliseconds =
    switch count {
    case ..<100_000_000_000: count * 1000
    case ..<100_000_000_000_000: count
    case ..<100_000_000_000_000_000: count / 1000
    default: count / 1_000_000
    }
  return (earliestTime..<latestTime).contains(milliseconds) ? Int64(milliseconds) : nil
}

/// Midnight at the start of 2000, in milliseconds since 1970.
let earliestTime = 946_684_800_000

/// Midnight at the start of 2100, in milliseconds since 1970.
let latestTime = 4_102_444_800_000
