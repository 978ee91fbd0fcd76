import Maritime
import StrictYAML
import Testing

@testable import Watchlists

struct HouseListYAMLTests {
  @Test func readsAList() throws {
    let reading = readWatchlists([file("fleet.yaml", Fixtures.houseYAML)])
    let list = try #require(reading.lists.first)
    #expect(reading.diagnostics.isEmpty)
    #expect(list.list == "my-fleet")
    #expect(list.publisher == "Sample Underwriters")
    #expect(list.regimes == ["house"])
    #expect(list.publishedInContent == day("2026-01-31"))
    #expect(list.designations.map(\.entry) == ["9358010", "w1", "c1"])
    #expect(list.designations.map(\.measures) == [[.other], [.watch], [.assetFreeze]])
    #expect(list.designations.map(\.regime) == ["house", "house", "us"])
    #expect(list.designations.map(\.isProhibition) == [true, false, true])
    #expect(list.designations[0].remarks == "Source: circular 7")
    #expect(list.designations[2].identifiers == [.imoCompany("6246853")])
    #expect(list.designations[2].links == [DesignationLink(.linkedTo, "ANGARA")])
    #expect(list.designations[1].source.line == 11)
  }

  @Test(arguments: [
    ("imo: 9358010", "imo: 9358011", "imo-check-digit"),
    ("listed_from: 2025-04-01", "listed_from: 1 April", "date-form"),
    ("measures: watch", "measures: banned", "unknown-word"),
    ("measures: watch", "{regime: us, measures: watch}", "yaml-syntax"),
    ("measures: watch", "measures: [watch, deflag]", "watch-is-no-measure"),
    ("name: DEYI", "title: DEYI", "unknown-key"),
    ("schema: Company", "schema: Plane", "unknown-word"),
    ("id: c1", "id: w1", "repeated-id"),
    ("imo_company: 6246853", "imo_company: 62468", "imo-company-number"),
    ("list: my-fleet", "list:", "missing-key"),
    ("publisher: Sample Underwriters", "publisher: ofac", "taken-publisher"),
  ])
  func aListWithAnErrorIsNoList(_ part: String, wrong: String, id: String) {
    let reading = readWatchlists([
      file("fleet.yaml", Fixtures.houseYAML.replacing(part, with: wrong))
    ])
    #expect(reading.lists.isEmpty)
    #expect(reading.problems.map(\.reason) == ["house-list-errors"])
    #expect(reading.diagnostics.map(\.id).contains(id), "\(reading.diagnostics)")
  }
}
