import Maritime
import Testing

@testable import Downloads

struct HTTPDateTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Thu, 29 Feb 2024 23:59:60 GMT", "2024-03-01T00:00:00Z"),
  ])
  func reads(_ text: String, _ time: String) { #expect(httpDate(text) == UTCTime(time)) }

  @Test(arguments: [
    "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "Sun, 06 Nov 1994 08:49:37 CET", "Fri, 30 Feb 2024 00:00:00 GMT",
    "Sun, 06 Nov 1994 25:00:00 GMT",
    "Sun, 06 Nov 1994 08:49 GMT",
  ])
  func readsNothingElse(_ text: String) { #expect(httpDate(text) == nil) }
}
