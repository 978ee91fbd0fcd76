import Maritime

/// Reads the time column and remembers the last day, because neighbouring rows share it.
struct FeedClock {
  let format: CSVLayout.TimeFormat
  private var lastDay = 0
  private var lastKey: UInt64 = .max
  /// The ten bytes of the last plain date and its first millisecond.
  private var lastDate: (UInt64, UInt64) = (0, 0)
  private var lastMidnight: Int64 = 0

  init(format: CSVLayout.TimeFormat) { self.format = format }

  /// Milliseconds since 1970; `nil` when the field holds no such time.
  mutating func read(_ field: FieldBytes) -> Int64? {
    switch format {
    case .iso: iso(field)
    case .dayFirst: dayFirst(field)
    case .unixSeconds: Self.known(field.scaled(digits: 3))
    case .unixMilliseconds: Self.known(field.scaled(digits: 0))
    }
  }

  /// The years from 1 to 9999, as dates that are written out have them.
  private static func known(_ time: Int64?) -> Int64? {
    time.flatMap { (-62_135_596_800_000...253_402_300_799_999).contains($0) ? $0 : nil }
  }

  /// `read` for a row that is read in words of eight bytes: 19 of `2022-01-03T00:00:00` at once.
  @inline(__always)
  mutating func plain(_ field: FieldBytes) -> Int64? {
    guard format == .iso, field.count == 19 else { return read(field) }
    let date = (eightBytes(field.base), eightBytes(field.base + 8) & 0xFFFF)
    if date != lastDate {
      guard let time = iso(field) else { return nil }
      lastDate = date
      lastMidnight = time - Int64(secondOfDay(field.base) ?? 0) * 1000
      return time
    }
    let isSeparated = field.base[10] == 0x54 || field.base[10] == 0x20
    guard isSeparated, let second = secondOfDay(field.base) else { return nil }
    return lastMidnight &+ Int64(second) &* 1000
  }

  /// The seconds since midnight in the last eight of nineteen bytes.
  @inline(__always)
  private func secondOfDay(_ base: UnsafePointer<UInt8>) -> Int? {
    guard base[13] == 0x3A, base[16] == 0x3A else { return nil }
    // `00:00:00` without its colons, which become zeros.
    let word = eightBytes(base + 11) ^ 0x3030_3A30_303A_3030
    guard let digits = decimal(word) else { return nil }
    let (hour, minute, second) = (digits / 1_000_000, digits / 1000 % 1000, digits % 1000)
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return Int(hour &* 3600 &+ minute &* 60 &+ second)
  }

  private mutating func iso(_ field: FieldBytes) -> Int64? {
    // Nineteen bytes are `2022-01-03T00:00:00`; anything longer or odd goes through UTCTime.
    guard field.count == 19, field.base[4] == 0x2D, field.base[7] == 0x2D,
      field.base[10] == 0x54 || field.base[10] == 0x20
    else { return UTCTime(field.text)?.milliseconds }
    guard let century = field.pair(0), let years = field.pair(2), let month = field.pair(5),
      let dayOfMonth = field.pair(8),
      let day = day(year: century * 100 + years, month: month, day: dayOfMonth)
    else { return nil }
    return clock(field, at: 11, day: day)
  }

  private mutating func dayFirst(_ field: FieldBytes) -> Int64? {
    guard field.count == 19, field.base[2] == 0x2F, field.base[5] == 0x2F,
      let dayOfMonth = field.pair(0), let month = field.pair(3), let century = field.pair(6),
      let years = field.pair(8),
      let day = day(year: century * 100 + years, month: month, day: dayOfMonth)
    else { return nil }
    return clock(field, at: 11, day: day)
  }

  private func clock(_ field: FieldBytes, at index: Int, day: Int) -> Int64? {
    guard field.base[index + 2] == 0x3A, field.base[index + 5] == 0x3A,
      let hour = field.pair(index), let minute = field.pair(index + 3),
      let second = field.pair(index + 6), hour < 24, minute < 60, second <= 60
    else { return nil }
    return Int64(day * 86_400 + hour * 3600 + minute * 60 + second) * 1000
  }

  private mutating func day(year: Int, month: Int, day: Int) -> Int? {
    let key = UInt64(year * 10_000 + month * 100 + day)
    if key == lastKey { return lastDay }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    lastKey = key
    lastDay = date.daysSince1970
    return lastDay
  }
}
