import Maritime
import Testing

@testable import Watchlists

struct OpenSanctionsTests {
  private func list(_ text: String) throws -> UnpublishedList {
    try #require(readWatchlists([file("targets", text)]).lists.first)
  }

  @Test func readsTheTableOfTargets() throws {
    let list = try list(PublisherFixtures.simpleTable)
    #expect(list.list == "opensanctions" && list.regimes.isEmpty)
    #expect(list.designations.map(\.entry) == ["Q1", "Q2", "Q3"])
    #expect(list.designations[0].imoNumbers == [imo("9179842")])
    #expect(list.designations[0].names.map(\.text) == ["SAMPLE ANGARA", "SAMPLE STAR", "ANGARA"])
    #expect(list.designations[1].companyNumbers == ["6246853"])
    #expect(list.designations.map(\.isProhibition) == [true, true, false])
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }

  @Test func readsTheTableOfShips() throws {
    let list = try list(PublisherFixtures.maritimeTable)
    #expect(list.list == "opensanctions-maritime")
    #expect(list.designations.map(\.kind) == [.vessel, .vessel, .company])
    #expect(list.designations.map(\.isProhibition) == [true, false, true])
    #expect(list.designations[0].mmsiNumbers.map(\.description) == ["273000001"])
    #expect(list.designations[0].particulars.flag == "RU")
  }

  @Test func joinsEntitiesWithTheirSanctions() throws {
    let list = try list(PublisherFixtures.followTheMoney)
    #expect(list.format == "ftm-json" && list.hasDates)
    #expect(list.designations.map(\.entry) == ["Q1", "Q2", "Q3", "Q5"])
    let vessel = list.designations[0]
    #expect(vessel.imoNumbers == [imo("9179842")])
    #expect(vessel.listedFrom == day("2022-05-08"))
    #expect(vessel.delistedAt == nil, "one of the two sanctions goes on")
    #expect(vessel.links == [DesignationLink(.owner, "Sample Leasing")])
    #expect(vessel.particulars.built == 1998)
    #expect(list.designations.map(\.isProhibition) == [true, true, false, true])
    #expect(list.designations[3].listedFrom == nil, "a year is no day")
    #expect(list.designations[3].delistedAt == day("2021-02-03"))
    #expect(list.rejections.map(\.reason).sorted() == ["no-name", "not-an-entity"])
  }

  @Test func refusesAFileThatIsCutOff() {
    let cut = String(PublisherFixtures.followTheMoney.dropLast(30))
    #expect(readWatchlists([file("e.json", cut)]).problems.map(\.reason) == ["cut-off-file"])
  }
}
