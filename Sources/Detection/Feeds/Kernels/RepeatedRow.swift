/// Reads a row whose end is, byte for byte, that of the vessel's row before.
///
/// What describes a vessel stands behind what changes in MarineCadastre's files, and seldom
/// differs from one row to the next. Comparing it costs a third of looking for its fields, which
/// is half the cost of a row. The vessel's row before is asked for as soon as the MMSI is known:
/// with thousands of vessels it has left the fast caches, and comes while the numbers are read.
struct RepeatedRow {
  /// The columns that must come first, in this order, for rows to be read so.
  static let leading: [FeedColumn?] = [
    .mmsi, .time, .latitude, .longitude, .speed, .course, .heading,
  ]

  /// What the columns before the tail say.
  struct Lead {
    let time: Int64
    let latitude: Int32
    let longitude: Int32
    let speed: UInt16
    let course: UInt16
    let heading: UInt16
    /// Where the tail starts.
    let tail: Int
  }

  /// The longest row that is read so, and the bytes that are read beyond one.
  static let longest = 512

  private let delimiter: UInt8
  private let delimiters: UInt64

  /// Prepares for a layout; `nil` when its columns are in another order.
  init?(_ layout: CSVLayout) {
    guard layout.columns.starts(with: Self.leading), PlainColumns(layout.columns) != nil else {
      return nil
    }
    delimiter = layout.delimiter
    delimiters = repeated(layout.delimiter)
  }

  /// Reads the first column of the row at `row`; `nil` when it is not nine digits.
  @inline(__always)
  func mmsi(_ row: UnsafePointer<UInt8>) -> UInt32? {
    guard row[9] == delimiter, let eight = decimal(row, 8), row[8] &- 48 <= 9 else { return nil }
    let mmsi = UInt32(truncatingIfNeeded: eight) &* 10 &+ UInt32(row[8] &- 48)
    return mmsi > 0 ? mmsi : nil
  }

  /// Reads the other leading columns; `nil` when any is missing or not plain.
  @inline(__always)
  func lead(_ row: UnsafePointer<UInt8>, _ clock: inout FeedClock) -> Lead? {
    guard row[29] == delimiter, let time = clock.plain(FieldBytes(base: row + 10, count: 19))
    else { return nil }
    var cursor = 30
    guard let latitude = number(row, &cursor, digits: 7), latitude.magnitude <= 900_000_000,
      let longitude = number(row, &cursor, digits: 7), longitude.magnitude <= 1_800_000_000,
      let speed = number(row, &cursor, digits: 1), let course = number(row, &cursor, digits: 1),
      let heading = number(row, &cursor, digits: 0)
    else { return nil }
    return Lead(
      time: time, latitude: Int32(truncatingIfNeeded: latitude),
      longitude: Int32(truncatingIfNeeded: longitude), speed: Self.measure(speed, below: 1023),
      course: Self.measure(course, below: 3600), heading: Self.measure(heading, below: 360),
      tail: cursor)
  }

  /// The number in the field at `cursor`, which moves past the delimiter behind it.
  @inline(__always)
  private func number(
    _ row: UnsafePointer<UInt8>, _ cursor: inout Int, digits: Int
  ) -> Int64? {
    let field = row + cursor
    var end = equalBytes(eightBytes(field), delimiters).trailingZeroBitCount / 8
    if end == 8 { end += equalBytes(eightBytes(field + 8), delimiters).trailingZeroBitCount / 8 }
    guard end < 16 else { return nil }
    cursor += end + 1
    return FieldBytes(base: field, count: end).plainNumber(digits: digits)
  }

  /// Beyond its range a value is "not available".
  @inline(__always)
  private static func measure(_ number: Int64, below limit: Int64) -> UInt16 {
    number >= 0 && number < limit ? UInt16(truncatingIfNeeded: number) : .max
  }
}
