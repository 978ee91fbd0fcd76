import Maritime
import TestSupport
import Testing

struct UTCTimeTests {
  @Test(
    arguments: [
      ("1970-01-01", 0),
      ("1970-01-01T00:00Z", 0),
      ("1970-01-01T00:00:01Z", 1000),
      ("1970-01-01T00:00:01", 1000),
      ("1970-01-01 00:00:01", 1000),
      ("1970-01-01t00:00:01z", 1000),
      ("1970-01-01T00:00:00.25Z", 250),
      ("1970-01-01T00:00:00.2567Z", 256),
      ("1970-01-01T03:00:00+03:00", 0),
      ("1969-12-31T20:30:00-03:30", 0),
      ("1970-01-01T00:00:60Z", 60_000),  // a leap second
      ("1969-12-31T23:59:59.999Z", -1),
      ("2026-01-04T02:00:00Z", 1_767_492_000_000),
    ] as [(String, Int64)])
  func readsTimes(_ text: String, milliseconds: Int64) {
    #expect(UTCTime(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-01", "2026-1-4", "2026-02-30", "2026-01-04T", "2026-01-04T24:00Z",
    "2026-01-04T02", "2026-01-04T02:60Z", "2026-01-04T02:00:61Z", "2026-01-04T02:00:00.Z",
    "2026-01-04T02:00:00+0300", "2026-01-04T02:00:00+25:00", "2026-01-04T02:00:00ZZ",
    " 2026-01-04", "2026-01-04 ", "04.01.2026", "+2026-01-04",
  ])
  func refusesAnythingElse(_ text: String) { #expect(UTCTime(text) == nil) }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_767_492_000_250, "2026-01-04T02:00:00.250Z"), (86_399_007, "1970-01-01T23:59:59.007Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func printsRFC3339(_ milliseconds: Int64, text: String) {
    #expect(UTCTime(milliseconds: milliseconds).description == text)
    #expect(UTCTime(text)?.milliseconds == milliseconds)
  }

  @Test func readsBackWhatItPrints() {
    var numbers = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let time = UTCTime(
        milliseconds: Int64(numbers.next() % 8_000_000_000_000) - 2_000_000_000_000)
      #expect(UTCTime(time.description) == time)
      #expect(time.dayDescription == String(time.description.prefix(10)))
    }
  }

  @Test func showsTheMinuteItLiesIn() {
    #expect(UTCTime("2024-04-18T11:43:59.999Z")?.minuteDescription == "2024-04-18 11:43 UTC")
  }

  @Test func keepsTheTimeOfDayWhenAddingMonths() {
    #expect(
      UTCTime("2024-01-31T12:34:56.789Z")?.adding(months: 1)
        == UTCTime("2024-02-29T12:34:56.789Z"))
  }
}
