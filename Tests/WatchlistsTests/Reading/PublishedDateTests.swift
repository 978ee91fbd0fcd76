import Maritime
import Testing

@testable import Watchlists

struct PublishedDateTests {
  @Test(arguments: [
    ("ofac/sdn_2024-05-03.csv", "2024-05-03"), ("2021-07_sdn.csv.zst", "2021-07-31"),
    ("2024-02_sdn.csv", "2024-02-29"), ("list_20240503.csv", "2024-05-03"),
    ("un_consolidated_2026_02_27.xml", "2026-02-27"), ("os_journal_32014R0833.csv", nil),
    ("sdn.csv", nil), ("2024-05-03/sdn.csv", nil), ("list-2024-13.csv", nil),
    ("imo-9358010.csv", nil), ("eu-833-2014.csv", nil), ("x_2024-02-30.csv", nil),
  ])
  func readsDatesInFileNames(_ name: String, date: String?) {
    #expect(publishedDate(inFileName: name) == date.map(day))
  }
}
