import Maritime
import Testing

@testable import Watchlists

struct EUJournalTests {
  private let text =
    Fixtures.journalHeader + """
      32014R0833,1,EU-RUS,XLII,Transportation restrictions,25.6.2024,"Article 3s(2), point (a)",Vessel,\
      Angara,,,Hana; Lotus (Rose),,,,9179842,,,
      32017R1509,,EU-PRK,XIII.B,Asset freeze,2.3.2016,,Vessel,Chong Bong (Greenlight) (Blue Nouvelle),\
      ,,,,,,8909575,,,
      32017R1509,33,EU-PRK,XIV.B,Transportation restrictions,30.3.2018,,Vessel,MIN NING DE YOU 078,\
      ,,,,,,Does not exist,,,
      32014R0833,2,EU-RUS,IV,Export control,12 March 2022,,LegalEntity,Sample Plant (SP),Завод; SP,,,\
      Russia,,,,,,
      32014R0833,3,EU-RUS,XIX.A,Services ban,soon,,Company,Sample Line,,,,,,,5571322,,,a note
      32014R0833,4,EU-RUS,XIX.A,Services ban,,,Company,,,,,,,,,,,
      32014L0833,5,EU-RUS,XIX.A,Services ban,,,Company,Wrong act,,,,,,,,,,

      """

  private var lists: [UnpublishedList] { readWatchlists([file("journal.csv", text)]).lists }

  @Test func makesAListOfEachRegulation() {
    #expect(lists.map(\.list) == ["eu-2017-1509", "eu-833"])
    #expect(lists.map(\.designations.count) == [2, 3])
    #expect(lists.flatMap(\.rejections).map(\.reason) == ["no-legal-act", "no-name"])
    #expect(lists.allSatisfy { $0.snapshot() == nil })
    #expect(lists.map(\.newestListing) == [day("2018-03-30"), day("2024-06-25")])
  }

  @Test func citesTheAnnex() {
    let entries = lists.flatMap(\.designations)
    #expect(
      entries.prefix(3).map(\.authority) == [
        "Council Regulation (EU) 2017/1509, Annex XIII.B",
        "Council Regulation (EU) 2017/1509, Annex XIV.B",
        "Council Regulation (EU) No 833/2014, Annex XLII",
      ])
    #expect(entries.prefix(3).map(\.entry) == ["XIII.B/Chong Bong", "XIV.B/33", "XLII/1"])
    #expect(
      entries.map(\.measures) == [[.assetFreeze], [.portBan], [.portBan], [.other], [.other]])
  }

  @Test func readsNamesInBracketsAndColumns() {
    let entries = lists.flatMap(\.designations)
    #expect(entries[0].names.map(\.text) == ["Chong Bong", "Greenlight", "Blue Nouvelle"])
    #expect(
      entries[2].names == [
        DesignationName("Angara", .primary), DesignationName("Hana", .former),
        DesignationName("Lotus", .former), DesignationName("Rose", .alias),
      ])
    // A company's bracket is part of its name.
    #expect(entries[3].names.map(\.text) == ["Sample Plant (SP)", "Завод", "SP"])
  }

  @Test func readsDatesAndNumbers() {
    let entries = lists.flatMap(\.designations)
    #expect(
      entries.map(\.listedFrom) == [
        day("2016-03-02"), day("2018-03-30"), day("2024-06-25"), day("2022-03-12"), nil,
      ])
    #expect(
      entries.map(\.identifiers) == [
        [.imo(imo("8909575"))], [], [.imo(imo("9179842"))], [], [.imoCompany("5571322")],
      ])
  }

  @Test(arguments: [
    ("32014R0833", "eu-833", "Council Regulation (EU) No 833/2014"),
    ("32006R0765", "eu-765", "Council Regulation (EC) No 765/2006"),
    ("32017R1509", "eu-2017-1509", "Council Regulation (EU) 2017/1509"),
  ])
  func numbersActs(_ celex: String, list: String, title: String) {
    let act = EULegalAct(celex: celex)
    #expect(act?.list == list)
    #expect(act?.title == title)
  }
}
