extension Quantity {
  /// Appends the text of `description`, without making strings: facts are full of quantities.
  func write(to bytes: inout [UInt8]) {
    switch dimension {
    case .duration: writeDuration(to: &bytes)
    case .ratio: writeDecimal(per: 1_000_000, digits: 2, to: &bytes)
    case .count: bytes.appendGrouped(steps.magnitude, isNegative: steps < 0)
    case .months:
      let isYears = steps % 12 == 0 && steps != 0
      bytes.append(steps.magnitude / (isYears ? 12 : 1), isNegative: steps < 0)
      bytes.append(contentsOf: (isYears ? " y" : " mo").utf8)
    case .length: writeAmount(per: 1_852_000, digits: 1, " nm", to: &bytes)
    case .metre: writeAmount(per: 1000, digits: 1, " m", to: &bytes)
    case .speed: writeAmount(per: 1000, digits: 1, " kn", to: &bytes)
    case .volume: writeAmount(per: 1000, digits: 0, " bbl", to: &bytes)
    case .mass: writeAmount(per: 1000, digits: 0, " t", to: &bytes)
    case .angle: writeAmount(per: 10_000_000, digits: 4, " deg", to: &bytes)
    }
  }

  /// Writes in the first unit of the dimension.
  private func writeAmount(
    per unit: UInt64, digits: Int, _ symbol: StaticString, to bytes: inout [UInt8]
  ) {
    writeDecimal(per: unit, digits: digits, to: &bytes)
    bytes.append(contentsOf: symbol.description.utf8)
  }

  /// Rounds half away from zero and cuts trailing zeros.
  private func writeDecimal(per unit: UInt64, digits: Int, to bytes: inout [UInt8]) {
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, rest) = steps.magnitude.quotientAndRemainder(dividingBy: unit)
    let fraction = (rest * scale * 2 + unit) / (unit * 2)
    bytes.appendGrouped(whole + fraction / scale, isNegative: steps < 0)
    bytes.appendDecimals(fraction % scale, digits: digits)
  }

  private func writeDuration(to bytes: inout [UInt8]) {
    let total = steps.magnitude / 1000
    let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
    if steps < 0 { bytes.append(UInt8(ascii: "-")) }
    let parts: [(UInt64, StaticString)] =
      if hours >= 72 {
        [(hours / 24, " d"), (hours % 24, " h")]
      } else if hours > 0 {
        [(hours, " h"), (minutes, " min")]
      } else if minutes > 0 {
        [(minutes, " min"), (seconds, " s")]
      } else {
        [(seconds, " s")]
      }
    for (index, part) in parts.enumerated() where index == 0 || part.0 > 0 {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(part.0, isNegative: false)
      bytes.append(contentsOf: part.1.description.utf8)
    }
  }
}

extension [UInt8] {
  /// Appends the digits of a number.
  mutating func append(_ number: UInt64, isNegative: Bool) {
    if isNegative { append(UInt8(ascii: "-")) }
    appendDecimal(number)
  }

  /// Appends a point and the digits of a fraction without trailing zeros; nothing for none.
  mutating func appendDecimals(_ fraction: UInt64, digits: Int) {
    guard fraction > 0 else { return }
    var (left, count) = (fraction, digits)
    while left % 10 == 0 { (left, count) = (left / 10, count - 1) }
    append(UInt8(ascii: "."))
    appendDigits(left, count: count)
  }

  /// Appends digits with a comma before every group of three.
  fileprivate mutating func appendGrouped(_ number: UInt64, isNegative: Bool) {
    if isNegative { append(UInt8(ascii: "-")) }
    var (divisor, place): (UInt64, Int) = (1, 0)
    while number / divisor >= 10 { (divisor, place) = (divisor * 10, place + 1) }
    while divisor > 0 {
      append(UInt8(48 + number / divisor % 10))
      if place > 0, place % 3 == 0 { append(UInt8(ascii: ",")) }
      (divisor, place) = (divisor / 10, place - 1)
    }
  }
}
