import Maritime
import Testing

@testable import Watchlists

struct CanadianListTests {
  @Test func readsShipsPeopleAndCompanies() throws {
    let reading = readWatchlists([file("sema.xml", PublisherFixtures.canada)])
    let list = try #require(reading.lists.first)
    #expect(list.list == "ca-sema" && list.regimes == ["ca"])
    #expect(list.designations.map(\.kind) == [.vessel, .person, .company])
    #expect(
      list.designations.map(\.entry) == ["Russia/1.1/3", "Belarus/-/1", "Iran/-/7"])
    let ship = list.designations[0]
    #expect(ship.imoNumbers == [imo("9179842")])
    #expect(ship.listedFrom == day("2025-02-21"))
    #expect(ship.particulars.built == 1984)
    #expect(
      ship.authority == "Canadian Autonomous Sanctions List, Russia, Schedule 1.1, item 3")
    #expect(list.designations[1].names.map(\.text) == ["John Doe", "Jon Doe", "Джон До"])
    #expect(list.designations[2].names.map(\.text) == ["Sample Co., Ltd."])
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }
}
