import Maritime

/// What stands before a sentence about it: when it was received, and which sentences belong
/// together.
struct Stamp: Sendable {
  /// Milliseconds since 1970; `nil` when nothing tells.
  var time: Int64?
  /// The number of the group of sentences; `nil` when not grouped.
  var group: Int?
  /// Whether the line is the first of its group.
  var opensGroup = false
  /// The receiver; unnamed when nothing tells.
  var station = Station.unnamed
  /// Whether there was a time that no receiver with a clock can have stamped.
  var isClockUnset = false

  /// Takes over what `nearer`, which stands closer to the sentence, says.
  mutating func refine(_ nearer: Stamp) {
    isClockUnset = nearer.isClockUnset || (isClockUnset && nearer.time == nil)
    time = nearer.time ?? time
    group = nearer.group ?? group
    opensGroup = nearer.opensGroup
    if nearer.station != .unnamed { station = nearer.station }
  }

  /// Takes a count since 1970; one before 2000 or from 2100 on is that of a clock that is not set.
  private mutating func take(sinceEpoch count: Int) {
    time = receiverTime(sinceEpoch: count)
    isClockUnset = time == nil
  }
}

extension Stamp {
  /// Reads a tag block of NMEA 0183 4.10 between two backslashes, such as
  /// `g:1-2-68,c:1700000000*55`.
  ///
  /// Returns `nil` when its checksum is wrong or absent: then none of it can be trusted.
  init?(tagBlock bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let star = bytes.checkedEnd(range) else { return nil }
    var start = range.lowerBound
    while start < star {
      let end = bytes.fieldEnd(start..<star)
      read(bytes, start..<end)
      start = end + 1
    }
  }

  private mutating func read(_ bytes: Span<UInt8>, _ field: Range<Int>) {
    guard field.count > 2 else { return }
    guard bytes[field.lowerBound + 1] == UInt8(ascii: ":") else {
      return readOldGroup(bytes, field)
    }
    let value = field.lowerBound + 2..<field.upperBound
    switch bytes[field.lowerBound] {
    case UInt8(ascii: "c"): bytes.decimal(value).map { take(sinceEpoch: $0) }
    case UInt8(ascii: "g"):
      group = groupNumber(bytes, value)
      opensGroup =
        value.count > 1 && bytes[value.lowerBound] == UInt8(ascii: "1")
        && bytes[value.lowerBound + 1] == UInt8(ascii: "-")
    case UInt8(ascii: "s"): station = Station(bytes, value)
    default: break
    }
  }

  /// Reads `1G2:1234`: the first of two lines of group 1234, as before version 4.10.
  private mutating func readOldGroup(_ bytes: Span<UInt8>, _ field: Range<Int>) {
    let start = field.lowerBound
    guard field.count > 4, (49...57).contains(bytes[start]),
      bytes[start + 1] == UInt8(ascii: "G"), (49...57).contains(bytes[start + 2]),
      bytes[start + 3] == UInt8(ascii: ":"),
      let number = bytes.decimal(start + 4..<field.upperBound)
    else { return }
    group = number
    opensGroup = bytes[start] == UInt8(ascii: "1")
  }

  /// The last of the three numbers in `1-2-6745`: sentence, number of sentences, group.
  private func groupNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let dash = range.last { bytes[$0] == UInt8(ascii: "-") }
    return dash.flatMap { bytes.decimal($0 + 1..<range.upperBound) }
  }

  /// Reads what a logger wrote before a sentence: a count since 1970, or an RFC 3339 time.
  init(prefix bytes: Span<UInt8>, _ range: Range<Int>) {
    var text = bytes.trimmed(range)
    if let last = text.last, [UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[last]) {
      text = text.lowerBound..<last
    }
    if let count = bytes.decimal(text) {
      time = receiverTime(sinceEpoch: count)
    } else {
      let written = UTCTime(String(decoding: text.map { bytes[$0] }, as: UTF8.self))
      time = written.map(\.milliseconds).flatMap { $0 >= earliestTime ? $0 : nil }
    }
  }

  /// Reads what a receiver added after the checksum: its last field, when that is a count since
  /// 1970.
  init(trailer bytes: Span<UInt8>, _ range: Range<Int>) {
    let comma = range.last { bytes[$0] == UInt8(ascii: ",") }
    time = comma.flatMap { bytes.decimal($0 + 1..<range.upperBound) }
      .flatMap(receiverTime(sinceEpoch:))
  }
}
