extension UTCTime {
  /// Appends the same text as `description`, without making a string: facts files are full of
  /// times.
  func write(to bytes: inout [UInt8]) {
    if !append(to: &bytes) { bytes.append(contentsOf: description.utf8) }
  }

  /// Appends a time whose year has at most four digits; `false` for any other.
  func append(to bytes: inout [UInt8]) -> Bool {
    let day = date
    guard (1...9999).contains(day.year) else { return false }
    let inDay = Int(milliseconds - UTCTime(day).milliseconds)
    let seconds = inDay / 1000
    bytes.appendDigits(day.year, count: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDigits(day.month, count: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDigits(day.day, count: 2)
    bytes.append(UInt8(ascii: "T"))
    bytes.appendDigits(seconds / 3600, count: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(seconds / 60 % 60, count: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(seconds % 60, count: 2)
    if inDay % 1000 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.appendDigits(inDay % 1000, count: 3)
    }
    bytes.append(UInt8(ascii: "Z"))
    return true
  }
}

extension [UInt8] {
  fileprivate mutating func appendDigits(_ number: Int, count: Int) {
    var divisor = 1
    for _ in 1..<count { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }
}
