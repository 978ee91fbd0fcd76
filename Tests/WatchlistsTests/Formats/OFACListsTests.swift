import Maritime
import Testing

@testable import Watchlists

struct OFACListsTests {
  private let all = [
    file("sdn_2024-05-03.csv", Fixtures.ofacEntries),
    file("alt.csv", Fixtures.ofacAlternateNames),
    file("add.csv", Fixtures.ofacAddresses),
    file("sdn_comments.csv", Fixtures.ofacComments),
  ]

  @Test func readsTheEntriesAlone() throws {
    let reading = readWatchlists([all[0]])
    let list = try #require(reading.lists.first)
    #expect(reading.problems.isEmpty)
    #expect(list.list == "ofac-sdn")
    #expect(list.designations.map(\.kind) == [.vessel, .vessel, .company, .person, .other])
    #expect(list.rejections.map(\.reason) == ["wrong-field-count"])
    #expect(list.rejections.map(\.line) == [5])
    #expect(list.snapshot()?.summary.published == day("2024-05-03"))
    #expect(list.snapshot()?.summary.publishedBasis == .fileName)
    #expect(list.digest == Digest(of: all[0].bytes).description)
  }

  @Test func readsNumbersFromRemarks() throws {
    let list = try #require(readWatchlists([all[0]]).lists.first)
    let angara = list.designations[0]
    let radio = try #require(MMSI("273000001"))
    #expect(angara.identifiers == [.imo(imo("9179842")), .mmsi(radio)])
    #expect(angara.particulars.built == 1998)
    #expect(angara.particulars.grossTonnage == 8811)
    #expect(angara.particulars.flag == "Russia")
    #expect(angara.links == [DesignationLink(.linkedTo, "M LEASING LLC")])
    #expect(angara.authority == "OFAC SDN List, RUSSIA-EO14024")
    #expect(angara.measures == [.assetFreeze])
    #expect(angara.listedFrom == nil)
  }

  @Test func keepsWhatIsNoValidNumberAsText() throws {
    let navarz = try #require(readWatchlists([all[0]]).lists.first).designations[1]
    #expect(navarz.identifiers == [.callSign("T2DQ4"), .unverified("IMO 9079079")])
    #expect(navarz.programmes == ["IRAN", "IFSR"])
    #expect(navarz.particulars.deadweight == 298_731)
    #expect(navarz.particulars.vesselType == "Crude Oil Tanker")
    #expect(navarz.particulars.formerFlags == ["Malta", "Tuvalu"])
    #expect(
      navarz.names == [
        DesignationName("NAVARZ", .primary), DesignationName("ELVIRA", .former),
        DesignationName("NAV", .weak),
      ])
  }

  @Test(arguments: [0, 1, 2, 3])
  func joinsTheFilesInAnyOrder(_ rotation: Int) throws {
    let reading = readWatchlists(Array(all[rotation...] + all[..<rotation]))
    let list = try #require(reading.lists.first)
    #expect(list.designations[0].names.last == DesignationName("BALTIC STAR", .former))
    #expect(list.designations[2].particulars.country == "North Korea")
    #expect(list.designations[2].remarks?.contains("see the company register") == true)
    #expect(list.designations[2].links == [DesignationLink(.linkedTo, "SOMEBODY")])
    #expect(list.designations[2].identifiers == [.imoCompany("5571322")])
    #expect(list.rejections.map(\.reason) == ["wrong-field-count", "unknown-entry"])
    #expect(list.digest == readWatchlists(all).lists.first?.digest)
  }

  @Test func refusesAdditionsWithoutEntries() {
    let reading = readWatchlists([all[1]])
    #expect(reading.lists.isEmpty)
    #expect(reading.problems.map(\.reason) == ["no-entries-file"])
  }

  @Test func refusesAFileThatIsCutOff() {
    let text = Fixtures.ofacEntries
    let reading = readWatchlists([file("sdn.csv", String(text.prefix(text.count / 3)))])
    #expect(reading.lists.isEmpty)
    #expect(reading.problems.map(\.reason) == ["cut-off-file"])
  }

  @Test func tellsTheConsolidatedListByItsProgrammes() throws {
    let text = Fixtures.ofacEntries.replacing("SDGT", with: "NS-PLC")
    let list = try #require(readWatchlists([file("cons_prim.csv", text)]).lists.first)
    #expect(list.list == "ofac-consolidated")
    #expect(Set(list.designations.flatMap(\.measures)) == [.financial])
  }

  @Test func readsLatin1() throws {
    let bytes = Array("7,\"PE".utf8) + [0xD1] + Array("A\",-0- ,\"CUBA\"".utf8)
    let row = bytes + Array(String(repeating: ",-0- ", count: 8).utf8) + [0x0D, 0x0A, 0x1A]
    let list = try #require(
      readWatchlists([WatchlistFile(name: "sdn.csv", bytes: row)]).lists.first)
    #expect(list.designations.map(\.name) == ["PEÑA"])
  }
}
