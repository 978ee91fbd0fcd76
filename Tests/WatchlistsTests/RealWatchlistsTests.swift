import Foundation
import Maritime
import TestSupport
import Testing
import Watchlists

/// What the publishers' own files hold; skipped where they, or zstd, are not at hand.
@Suite(.enabled(if: RealWatchlist.areReadable, RealWatchlist.reason))
struct RealWatchlistsTests {
  @Test(arguments: [
    (
      ["ofac/2021-07_sdn.csv.zst", "ofac/2021-07_alt.csv.zst", "ofac/2021-07_add.csv.zst"],
      Figures("ofac-sdn", entries: 8976, vessels: 406, hulls: 400)
    ),
    (["ofac/2021-07_sdn.csv.zst"], Figures("ofac-sdn", entries: 8976, vessels: 406, hulls: 400)),
    (
      ["ofac/sdn_2024-05-03.csv.zst"],
      Figures("ofac-sdn", entries: 14_965, vessels: 851, hulls: 846)
    ),
    (
      ["ofac/2025-12_cons_prim.csv.zst", "ofac/2025-12_cons_comments.csv.zst"],
      Figures("ofac-consolidated", entries: 442, vessels: 0, hulls: 0)
    ),
    (
      ["eu/os_journal_32014R0833.csv.zst"],
      Figures("eu-833", entries: 1746, vessels: 633, hulls: 632)
    ),
    (
      ["eu/os_journal_32017R1509.csv.zst"],
      Figures("eu-2017-1509", entries: 326, vessels: 75, hulls: 60)
    ),
    (
      ["eu/os_journal_32014R0269.csv.zst"],
      Figures("eu-269", entries: 2802, vessels: 0, hulls: 0)
    ),
    (
      ["eu/dma_eu_designated_vessels_2025-10-23.csv"],
      Figures("eu-833-dma", entries: 557, vessels: 557, hulls: 556)
    ),
    (
      ["un/un_consolidated_2026-02-27.xml.zst"],
      Figures("un-consolidated", entries: 1003, vessels: 0, hulls: 0)
    ),
    (
      ["ca/sema_sanctions_2025-05.xml.zst"],
      Figures("ca-sema", entries: 4759, vessels: 109, hulls: 109)
    ),
    (["uk/ofsi_conlist_2016.csv.zst"], Figures("uk-ofsi", entries: 463, vessels: 0, hulls: 0)),
    (
      ["format_samples/uk_sanctions_list_58col_sample.csv"],
      Figures("uk-sanctions", entries: 1, vessels: 1, hulls: 1)
    ),
    (
      ["eu/eu_fsf_csv_2018_first1000.csv.zst"],
      Figures("eu-fsf", entries: 93, vessels: 0, hulls: 0)
    ),
    (
      ["format_samples/eu_fsf_xml_1.1_trimmed.xml"],
      Figures("eu-fsf", entries: 2, vessels: 0, hulls: 0)
    ),
    (
      ["format_samples/ofac_sdn_xml_2026-09-10_trimmed.xml"],
      Figures("ofac-sdn", entries: 2, vessels: 1, hulls: 0)
    ),
    (
      ["format_samples/seco_2026-08-27_trimmed.xml"],
      Figures("ch-seco", entries: 2, vessels: 1, hulls: 1)
    ),
    (
      ["ofac/sdn_advanced_2024-02-23_trimmed.xml.zst"],
      Figures("ofac-sdn", entries: 37, vessels: 5, hulls: 0)
    ),
  ])
  func holdsWhatIsKnown(_ paths: [String], _ expected: Figures) throws {
    let reading = try RealWatchlist.reading(paths)
    let list = try #require(reading.lists.first)
    #expect(reading.lists.count == 1)
    #expect(reading.problems.isEmpty)
    #expect(list.rejections.isEmpty, "\(list.rejections.prefix(3))")
    #expect(Figures(list) == expected)
  }

  /// Everything that starts with `sdn` in one call must not run together.
  @Test func keepsTheTwoOFACListsApart() throws {
    let reading = try RealWatchlist.reading([
      "ofac/2025-12_cons_prim.csv.zst", "ofac/2025-12_cons_alt.csv.zst",
      "ofac/2021-07_sdn.csv.zst", "ofac/2021-07_alt.csv.zst",
    ])
    #expect(reading.lists.map(\.list) == ["ofac-consolidated", "ofac-sdn"])
    #expect(reading.lists.map(\.designations.count) == [442, 8976])
    #expect(reading.lists.map(\.files.count) == [2, 2])
  }

  /// In January 2022 none of the hulls in American waters that are listed today was on the EU's
  /// list.
  @Test func datesDecide() throws {
    let reading = try RealWatchlist.reading(["eu/os_journal_32014R0833.csv.zst"])
    let list = try #require(reading.lists.first)
    let index = DesignationIndex([list.snapshot(published: day("2026-10-01"))].compactMap(\.self))
    let january = day("2022-01-03")
    for designation in list.designations {
      for number in designation.imoNumbers {
        let vessel = VesselReference(imo: number)
        let early = index.lookup(ListQuery(vessel: vessel, list: "eu", time: january))
        #expect(early == .notListed, "\(designation.name)")
      }
    }
    let maria = VesselReference(imo: imo("8517839"))
    let june = index.lookup(ListQuery(vessel: maria, list: "eu", time: day("2024-06-25")))
    guard case .listed(let entries) = june else {
      Issue.record("\(june)")
      return
    }
    #expect(entries.map(\.authority) == ["Council Regulation (EU) No 833/2014, Annex XLII"])
  }
}

/// What a list holds.
struct Figures: Hashable, Sendable {
  let list: String
  let entries: Int
  let vessels: Int
  /// Distinct valid IMO numbers of vessels.
  ///
  /// The EU's annex and its Danish copy each name one hull twice. Of the 846 in the SDN file of
  /// 2024, 843 have the usual phrase; two lack the word IMO and one has the phrase for companies.
  let hulls: Int

  init(_ list: String, entries: Int, vessels: Int, hulls: Int) {
    self.list = list
    self.entries = entries
    self.vessels = vessels
    self.hulls = hulls
  }

  init(_ list: UnpublishedList) {
    self.list = list.list
    entries = list.designations.count
    let vessels = list.designations.filter { $0.kind == .vessel }
    self.vessels = vessels.count
    hulls = Set(vessels.flatMap(\.imoNumbers)).count
  }
}

enum RealWatchlist {
  static let reason: Comment = "needs ../shared/data beside the checkout and zstd"
  private static let zstd = ["/usr/bin/zstd", "/usr/local/bin/zstd"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var areReadable: Bool { SharedData.isPresent && zstd != nil }

  static func reading(_ paths: [String]) throws -> WatchlistReading {
    readWatchlists(try paths.map { WatchlistFile(name: $0, bytes: try bytes(of: $0)) })
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = SharedData.file("watchlists/\(path)")
    guard path.hasSuffix(".zst") else { return Array(try Data(contentsOf: file)) }
    let process = Process()
    process.executableURL = URL(filePath: try #require(zstd))
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }
}
