import Maritime
import Testing

@testable import Watchlists

struct SwissListTests {
  @Test func readsVesselsWithTheirHistory() throws {
    let list = try #require(
      readWatchlists([file("seco.xml", PublisherFixtures.seco)]).lists.first)
    #expect(list.list == "ch-seco" && list.regimes == ["ch"])
    #expect(list.snapshot()?.summary.published == day("2026-08-27"))
    let vessel = list.designations[0]
    #expect(vessel.kind == .vessel && vessel.name == "Sample Star")
    #expect(vessel.imoNumbers == [imo("9161003")])
    #expect(vessel.programmes == ["North Korea"])
    #expect(vessel.listedFrom == day("2016-05-18"))
    #expect(vessel.delistedAt == day("2020-01-02"))
    let bank = list.designations[1]
    #expect(bank.measures == [.financial] && bank.delistedAt == nil)
    #expect(bank.listedFrom == day("2021-08-11"))
    #expect(list.rejections.map(\.reason) == ["unknown-kind"])
  }
}
