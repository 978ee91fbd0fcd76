import Maritime
import Testing

@testable import Watchlists

struct UKSanctionsListTests {
  private func list(_ text: String) throws -> UnpublishedList {
    try #require(readWatchlists([file("list", text)]).lists.first)
  }

  @Test func readsShipsAndPeople() throws {
    let list = try list(PublisherFixtures.uk)
    #expect(list.list == "uk-sanctions" && list.regimes == ["uk"])
    #expect(list.snapshot()?.summary.published == day("2026-10-08"))
    #expect(list.designations.map(\.entry) == ["RUS9001", "RUS9002", "PRK9003"])
    #expect(list.designations.map(\.kind) == [.vessel, .person, .vessel])
    #expect(list.rejections.map(\.reason) == ["no-entry-number", "unknown-kind"])
    let ship = list.designations[0]
    #expect(ship.imoNumbers == [imo("9179842")])
    #expect(ship.measures == [.portBan])
    #expect(ship.listedFrom == day("2024-07-31"))
    #expect(ship.particulars.flag == "Gabon")
    #expect(ship.particulars.formerFlags == ["Liberia", "Panama"])
    #expect(ship.particulars.built == 2019)
    #expect(ship.links == [DesignationLink(.linkedTo, "Sample Ship Management")])
    #expect(list.designations[2].name == "SAMPLE STAR")
  }

  /// A row for each name; the primary one comes first, wherever it stands.
  @Test func joinsTheRowsOfOneEntry() throws {
    let person = try list(PublisherFixtures.uk).designations[1]
    #expect(
      person.names == [
        DesignationName("Jonathan DOE", .primary), DesignationName("John DOE", .weak),
        DesignationName("Джон", .alias),
      ])
    #expect(person.measures == [.assetFreeze])
  }

  @Test func readsTheSameFromXML() throws {
    let list = try list(PublisherFixtures.ukXML)
    #expect(list.format == "uk-xml" && list.list == "uk-sanctions")
    #expect(list.snapshot()?.summary.published == day("2026-10-08"))
    let ship = try #require(list.designations.first)
    #expect(ship.names.map(\.text) == ["SAMPLE PROSPECT", "SAMPLE EIGHT", "ПРОСПЕКТ"])
    #expect(ship.imoNumbers == [imo("9179842")])
    #expect(ship.particulars.flag == "Gabon")
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }

  /// Ships that are kept out of ports do not stand on the list of frozen assets.
  @Test func theListOfFrozenAssetsSaysNothingOfShips() throws {
    let list = try list(PublisherFixtures.ofsi)
    #expect(list.list == "uk-ofsi")
    #expect(list.snapshot()?.summary.published == day("2016-02-12"))
    #expect(list.snapshot()?.summary.regimesWithoutVessels == ["uk"])
    #expect(list.designations.map(\.name) == ["John Q DOE", "SAMPLE TRADING"])
    #expect(list.designations[0].names.count == 2)
    #expect(list.designations[1].listedFrom == day("2014-10-16"))
  }

  @Test func refusesAFileThatIsCutOff() {
    let cut = String(PublisherFixtures.uk.dropLast(30))
    #expect(readWatchlists([file("uk.csv", cut)]).problems.map(\.reason) == ["cut-off-file"])
  }
}
