import Maritime
import Reporting
import TestSupport
import Testing
import Workflows

struct ImportWatchlistsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func houseList(_ count: Int, published: String = "2025-01-01") -> String {
    let rows = (0..<count).map { "  - {id: e\($0), name: VESSEL \($0), listed_from: 2024-01-01}\n" }
    return "list: sample\npublisher: Sample\npublished: \(published)\nentries:\n" + rows.joined()
  }

  private func entries() throws -> [Double?] {
    let json = try JSONValue(
      reading: watchlistStatus(WatchlistStatus(folder: folder.path("LISTS"))).json.utf8)
    return (json.elements ?? []).map { $0["entries"]?.number }
  }

  @Test func keepsTheFirstSnapshotWhenTheNextIsBroken() async throws {
    let good = try folder.write(houseList(10), to: "good.yaml")
    let broken = try folder.write("list: sample\nentries: [", to: "broken.yaml")
    let small = try folder.write(houseList(3, published: "2025-02-01"), to: "small.yaml")
    _ = try importWatchlists(WatchlistImport(files: [good], folder: folder.path("LISTS")))
    for file in [broken, small] {
      let found = await problem {
        try importWatchlists(WatchlistImport(files: [file], folder: folder.path("LISTS")))
      }
      #expect(found?.exitCode == 2)
    }
    #expect(try entries() == [10])
  }

  @Test func acceptsAShrunkListWhenToldTo() throws {
    let good = try folder.write(houseList(10), to: "good.yaml")
    let small = try folder.write(houseList(3, published: "2025-02-01"), to: "small.yaml")
    for file in [good, small] {
      _ = try importWatchlists(
        WatchlistImport(files: [file], folder: folder.path("LISTS"), allowShrinking: true))
    }
    #expect(try entries() == [3])
  }

  @Test func findsWhatItImported() throws {
    let good = try folder.write(houseList(10), to: "good.yaml")
    _ = try importWatchlists(WatchlistImport(files: [good], folder: folder.path("LISTS")))
    let found = try searchWatchlists(for: "vessel 7", in: folder.path("LISTS"), limit: 5)
    #expect(found.text(style: .plain).contains("VESSEL 7"))
  }

  @Test func namesAnUnknownFormat() async throws {
    let good = try folder.write(houseList(10), to: "good.yaml")
    let found = await problem {
      try importWatchlists(
        WatchlistImport(files: [good], folder: folder.path("LISTS"), format: "pdf"))
    }
    #expect(found?.text(isColored: false).contains("'pdf' is no format") == true)
  }
}
