/// Values of plain lines; `nil` for whatever the careful reader should look at.
extension PlainLine {
  /// A number that is exact in binary before it is divided, so that it reads as JSON's own does.
  func number(_ member: Member) -> Double? {
    guard member.form == .number else { return nil }
    var index = member.value.lowerBound
    let end = member.value.upperBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var (digits, decimals, mantissa) = (0, 0, Int64(0))
    let first = index
    while index < end, let digit = digit(at: index) {
      mantissa = mantissa &* 10 &+ digit
      (digits, index) = (digits + 1, index + 1)
    }
    guard digits == 1 || (digits > 1 && bytes[first] != UInt8(ascii: "0")) else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      while index < end, let digit = digit(at: index) {
        mantissa = mantissa &* 10 &+ digit
        (decimals, index) = (decimals + 1, index + 1)
      }
      guard decimals > 0 else { return nil }
    }
    // Fifteen digits fit a double, and so do the powers of ten to the fifteenth.
    guard index == end, digits + decimals <= 15 else { return nil }
    let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / Self.powersOfTen[decimals]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The digits of a text or a number that has nothing else, at most nine.
  func wholeNumber(in range: Range<Int>) -> Int? {
    guard (1...9).contains(range.count) else { return nil }
    var value = 0
    for index in range {
      guard let digit = digit(at: index) else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A whole number without a leading zero.
  func integer(_ member: Member) -> Int? {
    guard member.form == .number, let value = wholeNumber(in: member.value) else { return nil }
    return member.value.count > 1 && bytes[member.value.lowerBound] == 48 ? nil : value
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  func text(_ member: Member) -> String? {
    member.form == .text ? string(member.value) : nil
  }

  /// A time in the form in which we write it, or any other that is a time.
  func time(_ range: Range<Int>) -> UTCTime? { fixedTime(range) ?? UTCTime(string(range)) }

  /// `2026-01-04T02:00:00Z`: digits at fixed places.
  private func fixedTime(_ range: Range<Int>) -> UTCTime? {
    let at = range.lowerBound
    guard range.count == 20, bytes[at + 4] == UInt8(ascii: "-"), bytes[at + 7] == UInt8(ascii: "-"),
      bytes[at + 10] == UInt8(ascii: "T"), bytes[at + 13] == UInt8(ascii: ":"),
      bytes[at + 16] == UInt8(ascii: ":"), bytes[at + 19] == UInt8(ascii: "Z"),
      let year = wholeNumber(in: at..<at + 4), let month = wholeNumber(in: at + 5..<at + 7),
      let day = wholeNumber(in: at + 8..<at + 10), let hour = wholeNumber(in: at + 11..<at + 13),
      let minute = wholeNumber(in: at + 14..<at + 16),
      let second = wholeNumber(in: at + 17..<at + 19), hour < 24, minute < 60, second <= 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return UTCTime(seconds: date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// Whether the value is exactly these bytes.
  func has(_ range: Range<Int>, _ expected: [UInt8]) -> Bool {
    range.count == expected.count && bytes.has(expected, at: range.lowerBound)
  }

  private func digit(at index: Int) -> Int64? {
    let digit = bytes[index] &- 48
    return digit < 10 ? Int64(digit) : nil
  }
}
