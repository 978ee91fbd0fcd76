import Maritime
import Testing

@testable import Watchlists

struct OFACXMLTests {
  @Test func readsTheSDNList() throws {
    let list = try #require(
      readWatchlists([file("SDN.XML", PublisherFixtures.ofacXML)]).lists.first)
    #expect(list.list == "ofac-sdn" && !list.hasDates)
    #expect(list.snapshot()?.summary.published == day("2026-09-10"), "the month comes first")
    let vessel = list.designations[0]
    #expect(vessel.kind == .vessel && vessel.imoNumbers == [imo("9179842")])
    #expect(vessel.mmsiNumbers.map(\.description) == ["273000001"])
    #expect(vessel.identifiers.contains(.callSign("UBAA")))
    #expect(vessel.names.last == DesignationName("SAMPLE STAR", .former))
    #expect(vessel.particulars.grossTonnage == 8811)
    #expect(
      vessel.links == [
        DesignationLink(.owner, "SAMPLE OWNER"), DesignationLink(.linkedTo, "SAMPLE LEASING LLC"),
      ])
    #expect(vessel.authority == "OFAC SDN List, RUSSIA-EO14024")
    #expect(list.designations[1].name == "John DOE")
    #expect(list.designations[1].names.last == DesignationName("JD", .weak))
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }

  /// Only the advanced data say since when an entry is listed.
  @Test func readsTheAdvancedData() throws {
    let list = try #require(
      readWatchlists([file("SDN_ADVANCED.XML", PublisherFixtures.advanced)]).lists.first)
    #expect(list.list == "ofac-sdn" && list.hasDates)
    #expect(list.snapshot()?.summary.published == day("2024-02-23"))
    let vessel = list.designations[0]
    #expect(vessel.kind == .vessel && vessel.entry == "37059")
    #expect(
      vessel.names == [
        DesignationName("SAMPLE ANGARA", .primary), DesignationName("SAMPLE STAR", .former),
      ])
    #expect(vessel.imoNumbers == [imo("9179842")])
    #expect(vessel.identifiers.contains(.callSign("UBAA")))
    #expect(vessel.particulars.vesselType == "Products Tanker")
    #expect(vessel.particulars.flag == "Russia")
    #expect(vessel.listedFrom == day("2022-05-08"))
    #expect(vessel.programmes == ["RUSSIA-EO14024"])
    #expect(vessel.authority == "OFAC SDN List, Executive Order 14024")
    #expect(vessel.links == [DesignationLink(.owner, "DOE John")])
    #expect(list.designations[1].kind == .person)
    #expect(list.designations[1].particulars.country == "Ruritania")
    #expect(list.rejections.map(\.reason) == ["no-name"])
  }
}
