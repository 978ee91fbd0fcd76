/// An instant in Coordinated Universal Time, exact to a millisecond.
///
/// An integer rather than a `Date`, so that sums and comparisons are exact and the same everywhere.
public struct UTCTime: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1 January 1970, without leap seconds.
  public let milliseconds: Int64

  /// Creates an instant.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Creates an instant from whole seconds since 1970.
  public init(seconds: Int) { milliseconds = Int64(seconds) * 1000 }

  /// Creates midnight at the start of a day.
  public init(_ date: CivilDate) { self.init(seconds: date.daysSince1970 * 86_400) }

  /// Reads an RFC 3339 time, or its shorter forms.
  ///
  /// Accepts `2026-01-04`, `2026-01-04T02:00Z`, `2026-01-04T02:00:00.250Z` and offsets such as
  /// `+03:00`; a space may stand for `T`. A time without a zone is UTC. Returns `nil` otherwise.
  public init?(_ text: some StringProtocol) {
    var reader = TimeReader(Array(text.utf8))
    guard let value = reader.read() else { return nil }
    milliseconds = value
  }

  /// The day on which the instant lies.
  public var date: CivilDate {
    CivilDate(daysSince1970: Int((milliseconds - remainder(86_400_000)) / 86_400_000))
  }

  /// RFC 3339 with seconds, and milliseconds only when there are any: `2026-01-04T02:00:00Z`.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    return append(to: &bytes) ? String(decoding: bytes, as: UTF8.self) : longDescription
  }

  private var longDescription: String {
    let inDay = Int(remainder(86_400_000))
    let (seconds, fraction) = (inDay / 1000, inDay % 1000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { twoDigits($0) }
    let suffix = fraction == 0 ? "" : "." + String(String(1000 + fraction).dropFirst())
    return dayDescription + "T" + clock.joined(separator: ":") + suffix + "Z"
  }

  /// The day alone: `2026-01-04`.
  public var dayDescription: String {
    let day = date
    let year = String(day.year)
    let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
    return "\(padded)-\(twoDigits(day.month))-\(twoDigits(day.day))"
  }

  /// The day and the minute, as a sentence shows them: `2026-01-04 02:00 UTC`.
  public var minuteDescription: String {
    let text = description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// The instant `count` calendar months later at the same time of day, clamped to the month's end.
  public func adding(months count: Int) -> UTCTime {
    let midnight = UTCTime(date.adding(months: count))
    return UTCTime(milliseconds: midnight.milliseconds + remainder(86_400_000))
  }

  /// Orders instants by time.
  public static func < (a: UTCTime, b: UTCTime) -> Bool { a.milliseconds < b.milliseconds }

  /// The milliseconds from `b` to `a`.
  public static func - (a: UTCTime, b: UTCTime) -> Int64 { a.milliseconds - b.milliseconds }

  private func remainder(_ divisor: Int64) -> Int64 {
    let rest = milliseconds % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

/// Reads the forms that `UTCTime.init` lists, from left to right.
private struct TimeReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> Int64? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let midnight = Int64(date.daysSince1970) * 86_400_000
    if isAtEnd { return midnight }
    guard take("T") || take("t") || take(" "), let time = timeOfDay(), let zone = zoneOffset(),
      isAtEnd
    else { return nil }
    return midnight + time - zone
  }

  private mutating func timeOfDay() -> Int64? {
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    var milliseconds = Int64(hour * 3600 + minute * 60) * 1000
    if take(":") {
      guard let second = digits(2), second <= 60 else { return nil }
      milliseconds += Int64(second) * 1000
      if take(".") {
        guard let fraction = fraction() else { return nil }
        milliseconds += fraction
      }
    }
    return milliseconds
  }

  /// Digits past the third are cut, not rounded, so that a time never moves into the next second.
  private mutating func fraction() -> Int64? {
    var value: Int64 = 0
    var count = 0
    while index < bytes.count, (48...57).contains(bytes[index]) {
      if count < 3 { value = value * 10 + Int64(bytes[index] - 48) }
      count += 1
      index += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<max(count, 3) { value *= 10 }
    return value
  }

  private mutating func zoneOffset() -> Int64? {
    if isAtEnd || take("Z") || take("z") { return 0 }
    let sign: Int64 = take("+") ? 1 : -1
    if sign < 0, !take("-") { return nil }
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    return sign * Int64(hour * 3600 + minute * 60) * 1000
  }

  private var isAtEnd: Bool { index == bytes.count }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    index += count
    return value
  }
}
