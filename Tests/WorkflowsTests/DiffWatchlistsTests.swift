import Maritime
import Reporting
import TestSupport
import Testing
import Workflows

struct DiffWatchlistsTests {
  private let folder: TemporaryFolder
  private var lists: String { folder.path("LISTS") }

  init() throws {
    folder = try TemporaryFolder()
    let versions = [
      ("2024-01-31", "1,Vessel,ALPHA,9179842"), ("2024-02-29", "1,Vessel,ALPHA TWO,9179842"),
      ("2024-03-31", "2,Vessel,BRAVO,9358010"),
    ]
    for (date, row) in versions {
      let file = try folder.write("id,schema,name,imo\n\(row)\n", to: "fleet_\(date).csv")
      _ = try importWatchlists(WatchlistImport(files: [file], folder: lists))
    }
  }

  private func text(_ names: [String], from: String? = nil, to: String? = nil) throws -> String {
    try diffWatchlists(
      WatchlistDiff(
        names: names, folder: lists, from: from.flatMap { UTCTime($0) },
        to: to.flatMap { UTCTime($0) })
    ).text(style: .plain)
  }

  @Test func comparesTheTwoNewest() throws {
    #expect(
      try text(["fleet"]) == """
        fleet, 2024-02-29 (1 entry) → 2024-03-31 (1 entry): 1 added, 1 de-listed, 0 changed

        ADDED
          + 2: BRAVO, vessel, IMO 9358010

        DE-LISTED after 2024-02-29, by 2024-03-31
          - 1: ALPHA TWO, vessel, IMO 9179842

        """)
  }

  @Test(arguments: [
    (["fleet@2024-01-31", "fleet@2024-02-29"], nil, nil),
    (["fleet@2024-02-28", "fleet@2024-03-30"], nil, nil),
    (["fleet"], "2024-01-31", "2024-03-01"), (["fleet"], nil, "2024-02-29"),
  ])
  func choosesByDate(_ names: [String], _ from: String?, _ to: String?) throws {
    let found = try text(names, from: from, to: to)
    #expect(found.hasPrefix("fleet, 2024-01-31 (1 entry) → 2024-02-29"), "\(found)")
    #expect(found.contains("name: ALPHA → ALPHA TWO"))
  }

  @Test func choosesFilesAndDigests() throws {
    let files = ["fleet_2024-01-31.csv", "fleet_2024-02-29.csv"].map(folder.path)
    let bytes = [UInt8]("id,schema,name,imo\n1,Vessel,ALPHA,9179842\n".utf8)
    let digest = Digest(of: bytes).description
    #expect(try text(files) == text([String(digest.prefix(8)), files[1]]))
  }

  @Test(arguments: [
    (["other"], "there is no snapshot of 'other'"),
    (["fleet@soon", "fleet"], "'soon' is no date"),
    (["fleet@2023-01-01", "fleet@2024-01-31"], "no snapshot of 'fleet' is as old as 2023-01-01"),
    (["0000", "fleet@2024-01-31"], "'0000' is no file and no digest"),
  ])
  func saysWhatIsNotThere(_ names: [String], message: String) async {
    let found = await problem { try text(names) }
    #expect(found?.exitCode == 2)
    #expect(found?.text(isColored: false).contains(message) == true)
  }

  @Test func refusesTwoLists() async throws {
    let other = try folder.write("id,schema,name\n1,Vessel,A\n", to: "other_2024-01-01.csv")
    let found = await problem { try text([other, "fleet@2024-02-29"]) }
    #expect(found?.text(isColored: false).contains("are two lists") == true)
  }

  /// A correction of the same day counts, whatever the digests.
  @Test func theLaterImportOfADayCounts() throws {
    for name in ["CHARLIE", "DELTA", "ECHO", "FOXTROT"] {
      let file = try folder.write(
        "id,schema,name,imo\n2,Vessel,\(name),9358010\n", to: "fleet_2024-03-31.csv")
      _ = try importWatchlists(WatchlistImport(files: [file], folder: lists))
      let found = try searchWatchlists(for: "9358010", in: lists, limit: 5)
      #expect(found.text(style: .plain).contains(name))
    }
  }
}
