import Foundation
import Maritime
import TestSupport
import Testing

struct CivilDateTests {
  @Test func agreesWithFoundationsCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var days = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      // From 1700 on, Foundation's calendar is Gregorian too.
      let day = Int(days.next() % 219_000) - 98_000
      let date = CivilDate(daysSince1970: day)
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
      #expect((parts.year, parts.month, parts.day) == (date.year, date.month, date.day))
      #expect(date.daysSince1970 == day)
    }
  }

  @Test func countsEveryDayOfManyCenturiesOnce() throws {
    var date = try #require(CivilDate(year: 1, month: 1, day: 1))
    for day in date.daysSince1970...date.daysSince1970 + 800 * 365 {
      #expect(date.daysSince1970 == day)
      let isLast = date.day == CivilDate.length(ofMonth: date.month, in: date.year)
      let following = CivilDate(daysSince1970: day + 1)
      #expect(following.day == (isLast ? 1 : date.day + 1))
      date = following
    }
  }

  @Test(arguments: [
    (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
    (2024, 4, 31, false), (2024, 13, 1, false), (2024, 0, 1, false), (2024, 1, 0, false),
    (0, 1, 1, false), (9999, 12, 31, true), (10_000, 1, 1, false),
  ])
  func acceptsOnlyDaysOfTheCalendar(_ year: Int, _ month: Int, _ day: Int, isValid: Bool) {
    #expect((CivilDate(year: year, month: month, day: day) != nil) == isValid)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-03-31", -1, "2024-02-29"), ("2024-01-15", -1, "2023-12-15"),
    ("2024-01-15", -13, "2022-12-15"), ("2024-05-31", 12, "2025-05-31"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2024-12-01", 0, "2024-12-01"),
  ])
  func addsMonthsAndStaysInTheMonth(_ start: String, _ months: Int, _ end: String) throws {
    let time = try #require(UTCTime(start))
    #expect(time.adding(months: months) == UTCTime(end))
  }
}
