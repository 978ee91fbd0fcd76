import Maritime

/// The bytes of one field, without quotes.
struct FieldBytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  var isEmpty: Bool { count == 0 }

  /// The text; bytes that are not UTF-8 are read as Latin-1.
  var text: String {
    let buffer = UnsafeBufferPointer(start: base, count: count)
    if let text = String(validating: buffer, as: UTF8.self) { return text.trimmed }
    return String(String.UnicodeScalarView(buffer.map { Unicode.Scalar($0) })).trimmed
  }

  /// A decimal number times ten to the power of `digits`, rounded half away from zero.
  ///
  /// Returns `nil` for anything but an optional sign, digits and a fraction, and for a number too
  /// large to be held so; exponents take the slow way through `Double`.
  func scaled(digits: Int) -> Int64? {
    guard count > 0, count <= 24 else { return nil }
    var index = 0
    let isNegative = base[0] == UInt8(ascii: "-")
    if isNegative || base[0] == UInt8(ascii: "+") { index = 1 }
    var value: Int64 = 0
    var hasDigits = false
    while index < count, base[index] &- 48 <= 9 {
      guard let longer = value.appending(base[index] &- 48) else { return nil }
      value = longer
      hasDigits = true
      index += 1
    }
    var missing = digits
    if index < count, base[index] == UInt8(ascii: ".") {
      index += 1
      while index < count, base[index] &- 48 <= 9 {
        let digit = base[index] &- 48
        if missing > 0 {
          guard let longer = value.appending(digit) else { return nil }
          value = longer
        } else if missing == 0, digit >= 5 {
          value += 1
        }
        missing -= 1
        hasDigits = true
        index += 1
      }
    }
    guard index == count else { return slowScaled(digits: digits) }
    guard hasDigits else { return nil }
    while missing > 0 {
      guard let longer = value.appending(0) else { return nil }
      value = longer
      missing -= 1
    }
    return isNegative ? -value : value
  }

  private func slowScaled(digits: Int) -> Int64? {
    guard let number = Double(text), abs(number) < 1e9 else { return nil }
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    return Int64(exactly: (number * factor).rounded())
  }

  /// An unsigned whole number of at most ten digits.
  var whole: UInt64? {
    guard count > 0, count <= 10 else { return nil }
    var value: UInt64 = 0
    for index in 0..<count {
      let digit = base[index] &- 48
      guard digit <= 9 else { return nil }
      value = value * 10 + UInt64(digit)
    }
    return value
  }

  /// The two digits at `index`.
  func pair(_ index: Int) -> Int? {
    let (tens, ones) = (base[index] &- 48, base[index + 1] &- 48)
    guard tens <= 9, ones <= 9 else { return nil }
    return Int(tens) * 10 + Int(ones)
  }
}

extension Int64 {
  /// The number with one more digit; `nil` when it is too large for that.
  @inline(__always)
  fileprivate func appending(_ digit: UInt8) -> Int64? {
    self < .max / 10 ? self * 10 + Int64(digit) : nil
  }
}

extension String {
  fileprivate var trimmed: String {
    var view = self[...]
    while view.last == " " { view.removeLast() }
    while view.first == " " { view.removeFirst() }
    return view.count == count ? self : String(view)
  }
}
