import Maritime
import Testing

@testable import Watchlists

struct HouseListCSVTests {
  @Test func readsATable() throws {
    let list = try #require(
      readWatchlists([file("lists/our-fleet_2026-01.csv", Fixtures.houseTable)]).lists.first)
    #expect(list.list == "our-fleet")
    #expect(list.snapshot()?.summary.published == day("2026-01-31"))
    #expect(list.designations.map(\.kind) == [.vessel, .company, .vessel])
    #expect(list.designations[0].names.map(\.text) == ["MAIA-1", "MAIYA", "MAIA ONE"])
    #expect(list.designations.map(\.authority) == ["OFAC", "house list", "house list"])
    #expect(list.designations.map(\.listedFrom) == [day("2022-05-08"), nil, day("2024-07-31")])
    #expect(list.designations[2].imoNumbers.isEmpty)
    #expect(list.designations[2].identifiers.first == .unverified("9358011"))
    #expect(list.rejections.map(\.reason) == ["unknown-schema"])
    #expect(list.designations.allSatisfy { $0.regime == "house" && $0.isProhibition })
  }

  @Test func needsOnlyThreeColumns() throws {
    let list = try #require(
      readWatchlists([file("x.csv", "id,schema,name\n1,Vessel,A\n")]).lists.first)
    #expect(list.designations.map(\.name) == ["A"])
  }

  @Test(arguments: [
    ("eu.csv", "house-eu"), ("ofac-sdn.csv", "house-ofac-sdn"), ("House.csv", "house"),
    ("a/2024-05-03.csv", "house"), ("Our Fleet.csv.zst", "our-fleet"),
  ])
  func neverAnswersForAPublisher(_ name: String, list: String) {
    let reading = readWatchlists([file(name, Fixtures.houseTable)])
    #expect(reading.lists.map(\.list) == [list])
  }
}
