import Maritime
import Testing

@testable import Watchlists

struct DanishEUVesselsTests {
  @Test func readsVesselsWithDates() throws {
    let name = "dma_eu_designated_vessels_2025-10-23.csv"
    let list = try #require(readWatchlists([file(name, Fixtures.danish)]).lists.first)
    #expect(list.list == "eu-833-dma")
    #expect(list.snapshot()?.summary.published == day("2025-10-23"))
    #expect(list.designations.map(\.imoNumbers) == [[imo("9179842")], [imo("9402732")]])
    #expect(list.designations.map(\.listedFrom) == [day("2024-06-25"), day("2025-05-21")])
    #expect(list.designations[1].names.last == DesignationName("Onrim", .former))
    #expect(list.rejections.map(\.reason) == ["no-name", "no-imo-number"])
  }

  @Test func splitsAtNoBreakSpaces() {
    let names = bracketedNames("Quartanus (formerly\u{A0}Morpheus)")
    #expect(
      names == [DesignationName("Quartanus", .primary), DesignationName("Morpheus", .former)])
  }
}
