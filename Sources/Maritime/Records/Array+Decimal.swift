extension Array<UInt8> {
  /// Appends the digits of a number, without making a string: facts files are full of numbers.
  mutating func appendDecimal(_ number: UInt64) {
    var (limit, count): (UInt64, Int) = (10, 1)
    while number >= limit {
      count += 1
      let (next, isBeyond) = limit.multipliedReportingOverflow(by: 10)
      if isBeyond { break }
      limit = next
    }
    appendDigits(number, count: count)
  }

  /// Appends the last `count` digits of a number, zeros in front.
  mutating func appendDigits(_ number: UInt64, count: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    var (left, place) = (number, self.count - 1)
    for _ in 0..<count {
      let tens = left / 10
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left - tens * 10)
      left = tens
      place -= 1
    }
  }

  /// Appends the last two digits of a number.
  mutating func appendPair(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
