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
    bytes.appendPair(day.year / 100)
    bytes.appendPair(day.year)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendPair(day.month)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendPair(day.day)
    bytes.append(UInt8(ascii: "T"))
    bytes.appendPair(seconds / 3600)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendPair(seconds / 60 % 60)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendPair(seconds % 60)
    if inDay % 1000 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.appendDigits(UInt64(inDay % 1000), count: 3)
    }
    bytes.append(UInt8(ascii: "Z"))
    return true
  }
}
