import Maritime
import Testing

@testable import Watchlists

struct EUFinancialListTests {
  private func list(_ text: String) throws -> UnpublishedList {
    try #require(readWatchlists([file("fsf", text)]).lists.first)
  }

  @Test func readsElements() throws {
    let list = try list(PublisherFixtures.financialXML)
    #expect(list.list == "eu-fsf" && list.regimesWithoutVessels == ["eu"])
    #expect(list.snapshot()?.summary.published == day("2024-12-11"))
    let person = list.designations[0]
    #expect(person.kind == .person)
    #expect(
      person.names == [DesignationName("John Doe", .primary), DesignationName("Jonny", .weak)])
    #expect(person.listedFrom == nil, "the regulation's date is that of a change")
    #expect(person.particulars.country == "IQ")
    #expect(person.authority == "Regulation 1210/2003 (OJ L169), IRQ, EU.1.1")
    let company = list.designations[1]
    #expect(company.companyNumbers == ["5571322"] && company.imoNumbers.isEmpty)
    #expect(company.listedFrom == day("2018-03-30"))
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }

  @Test func joinsRows() throws {
    let list = try list(PublisherFixtures.financialCSV)
    #expect(list.designations.map(\.entry) == ["1", "2"])
    #expect(list.designations[0].names.map(\.text) == ["John Doe", "Jonny"])
    #expect(list.designations[0].particulars.country == "IQ")
    #expect(list.designations[1].listedFrom == day("2018-03-30"))
    #expect(list.snapshot()?.summary.published == day("2026-09-23"))
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }

  @Test func unwrapsWhatASpreadsheetWrapped() throws {
    let list = try list(PublisherFixtures.wrappedCSV)
    #expect(list.designations.map(\.name) == ["John \"JD\" Doe"])
    #expect(list.designations[0].names.count == 2)
    #expect(list.designations[0].kind == .person)
    #expect(list.snapshot()?.summary.published == day("2018-07-04"))
  }
}
