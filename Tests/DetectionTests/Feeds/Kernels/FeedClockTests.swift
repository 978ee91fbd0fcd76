import Maritime
import Testing

@testable import Detection

struct FeedClockTests {
  private func read(_ text: String, _ format: CSVLayout.TimeFormat) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var clock = FeedClock(format: format)
      let time = clock.read(FieldBytes(base: base, count: buffer.count))
      return time.map { UTCTime(milliseconds: $0).description }
    }
  }

  @Test(
    arguments: [
      ("2025-01-01 00:00:00", .iso), ("01/01/2025 00:00:00", .dayFirst),
      ("1735689600", .unixSeconds), ("1735689600.000", .unixSeconds),
      ("1735689600000", .unixMilliseconds),
    ] as [(String, CSVLayout.TimeFormat)])
  func readsEachFormat(_ text: String, _ format: CSVLayout.TimeFormat) {
    #expect(read(text, format) == "2025-01-01T00:00:00Z")
  }

  /// Milliseconds taken for seconds would be the year 56,971.
  @Test(
    arguments: [
      ("1735689600000", .unixSeconds), ("999999999999999999", .unixMilliseconds),
      ("-62135596800001", .unixMilliseconds), ("", .unixSeconds), ("2025-13-01 00:00:00", .iso),
      ("31/13/2025 00:00:00", .dayFirst),
    ] as [(String, CSVLayout.TimeFormat)])
  func readsNoOtherTime(_ text: String, _ format: CSVLayout.TimeFormat) {
    #expect(read(text, format) == nil)
  }
}
