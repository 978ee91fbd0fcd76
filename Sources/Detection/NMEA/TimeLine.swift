import Maritime

/// A `$PGHP,1,…` line, in which a base station's software says when it received what follows.
///
/// The fields are year, month, day, hour, minute, second, millisecond, then country, region and
/// station, and last the checksum of the sentence that follows, which feeds do not keep right.
enum TimeLine {
  private static let opening = Array("$PGHP,1,".utf8)

  /// Whether the line in `range` is one, right or wrong.
  static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= opening.count else { return false }
    return opening.indices.allSatisfy { bytes[range.lowerBound + $0] == opening[$0] }
  }

  /// The time in the line `range`, or `nil` when its checksum or a field is wrong.
  static func time(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    guard let star = bytes.checkedEnd(range.dropFirst()) else { return nil }
    var start = range.lowerBound + opening.count
    var fields = InlineArray<7, Int>(repeating: 0)
    for index in fields.indices {
      guard start <= star else { return nil }
      let end = bytes.fieldEnd(start..<star)
      guard let value = bytes.decimal(start..<end) else { return nil }
      fields[index] = value
      start = end + 1
    }
    return milliseconds(fields)
  }

  private static func milliseconds(_ fields: InlineArray<7, Int>) -> Int64? {
    guard let day = CivilDate(year: fields[0], month: fields[1], day: fields[2]),
      fields[3] < 24, fields[4] < 60, fields[5] <= 60, fields[6] < 1000
    else { return nil }
    let seconds = ((day.daysSince1970 * 24 + fields[3]) * 60 + fields[4]) * 60 + fields[5]
    return receiverTime(sinceEpoch: seconds).map { $0 + Int64(fields[6]) }
  }
}
