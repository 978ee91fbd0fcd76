import Maritime
import Testing

@testable import Watchlists

struct ListDateTests {
  @Test(arguments: [
    ("25.6.2024", "2024-06-25"), ("25.06.2024", "2024-06-25"), ("26 Feb. 2011", "2011-02-26"),
    ("12 March 2022", "2022-03-12"), ("9 Sept. 2016", "2016-09-09"), ("2026-08-07", "2026-08-07"),
    ("31/07/2024", "2024-07-31"), (" 2012-12-31T00:00:00 ", "2012-12-31"), ("1995", nil),
    ("31.2.2024", nil), ("soon", nil), ("", nil), ("1.2.24", nil), ("1 Foo 2024", nil),
  ])
  func readsPublishersDates(_ text: String, date: String?) {
    #expect(listDate(text) == date.map(day))
  }
}
