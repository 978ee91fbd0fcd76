import Maritime
import Testing

@testable import Watchlists

struct UNConsolidatedListTests {
  @Test func readsPeopleAndOrganisations() throws {
    let list = try #require(readWatchlists([file("un.xml", Fixtures.un)]).lists.first)
    #expect(list.snapshot()?.summary.published == UTCTime("2026-02-27T00:00:09.554Z"))
    #expect(list.snapshot()?.summary.publishedBasis == .content)
    #expect(list.designations.map(\.kind) == [.person, .company, .vessel])
    #expect(list.designations.map(\.regime) == ["un", "un-1718", "un"])
    #expect(list.designations.map(\.name) == ["JON DOE", "SAMPLE SHIPPING CO", "SAMPLE STAR"])
    #expect(list.designations[0].names.last == DesignationName("Johnny", .weak))
    #expect(list.designations[0].particulars.country == "Ruritania")
    #expect(list.designations[0].authority == "UN Security Council, Al-Qaida, QDi.001")
    #expect(list.designations[0].listedFrom == day("2012-12-31"))
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }

  @Test func neverTakesAnOwnersNumberForAHulls() throws {
    let list = try #require(readWatchlists([file("un.xml", Fixtures.un)]).lists.first)
    #expect(list.designations[1].identifiers == [.imoCompany("9358010")])
    #expect(list.designations[2].identifiers == [.imo(imo("9161003"))])
    #expect(list.designations[2].measures == [.portBan])
  }

  @Test(arguments: [
    (Fixtures.un.replacing("<CONSOLIDATED", with: "<!DOCTYPE x><CONSOLIDATED"), "hostile-xml"),
    (Fixtures.un.replacing("UTF-8", with: "UTF-16"), "hostile-xml"),
    (Fixtures.un.replacing("encoding=\"UTF-8\"", with: "encoding = 'UTF-7'"), "hostile-xml"),
    (String(Fixtures.un.prefix(900)), "broken-xml"),
    (Fixtures.un.replacing("</ENTITIES>", with: ""), "broken-xml"),
    (
      Fixtures.un.replacing(
        "<DATAID>1</DATAID>",
        with: String(repeating: "<A>", count: 40) + String(repeating: "</A>", count: 40)),
      "hostile-xml"
    ),
    (
      Fixtures.un.replacing("Johnny", with: String(repeating: "J", count: 1_100_000)),
      "hostile-xml"
    ),
  ])
  func refusesHostileAndBrokenFiles(_ text: String, reason: String) {
    let reading = readWatchlists([file("un.xml", text)])
    #expect(reading.lists.isEmpty)
    #expect(reading.problems.map(\.reason) == [reason])
  }
}
