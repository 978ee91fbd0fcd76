import Foundation
import Maritime
import Reporting
import TestSupport
import Testing
import Watchlists
import Workflows

struct MatchWatchlistsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(
      "list: sample\npublished: 2025-01-02\nentries:\n"
        + "  - {id: \"1\", name: SAMPLE ANGARA, imo: \"9074729\", authority: Sample Act}\n"
        + "  - {id: \"2\", name: Sample Leasing LLC, schema: Company, authority: Sample Act}\n",
      to: "Lists/sample.yaml")
  }

  private func report(_ rows: String, threads: Int = 1) async throws -> ListMatchReport {
    let file = try folder.write(rows, to: "fleet.csv")
    return try await matchWatchlists(
      WatchlistMatching(
        file: file, folder: folder.path("Lists"), threshold: 30, threads: threads))
  }

  private static let rows = """
    kind,name,imo,note
    vessel,OTHER NAME,9074729,
    vessel,SAMPLE ANGORA,,
    vessel,SAMPLE ANGARA,9161003,another hull
    vessel,,9074792,swapped digits
    company,Sampel Leasing,,
    plane,EP-ABC,,
    vessel,,,

    """

  @Test func looksUpEveryRow() async throws {
    let report = try await report(Self.rows)
    #expect(report.rows.map(\.line) == [2, 3, 4, 5, 6])
    let found = report.rows.map { $0.candidates.first?.certainty.rawValue }
    #expect(found == ["number", "name", nil, "mistyped_number", "name"])
    #expect(report.hits == 4)
    #expect(report.rejections.counts == ["no-name-or-number": 1, "unknown-kind": 1])
  }

  @Test func writesTextCSVAndJSON() async throws {
    let report = try await report(Self.rows)
    let text = report.text(style: .plain)
    #expect(
      text.contains("number?") && text.contains("name?")
        && text.contains("5 rows looked up, 4 with"))
    #expect(text.contains("2 rows rejected (1 no-name-or-number, 1 unknown-kind)"))
    let lines = report.csv.split(separator: "\r\n")
    #expect(lines.count == 5)
    #expect(lines[0] == "id,designation,score,kind,explanation")
    #expect(lines[1].hasPrefix("2,1,1.00,number,"))
    #expect(lines[1].contains("SAMPLE ANGARA of sample: "))
    #expect(lines[2].hasPrefix("3,1,0."))
    let json = try JSONValue(reading: report.json)
    #expect(json["rows"]?.elements?.count == 5)
    #expect(json["hits"]?.integer == 4 && json["rejected"]?.integer == 2)
  }

  @Test func readsFlagAndCountry() async throws {
    _ = try folder.write(
      "id,schema,name,flag,country\n1,Company,QUILLFEATHER SHIPPING,,Cyprus\n",
      to: "Lists/fleet_2025-01-02.csv")
    let report = try await report(
      "id,schema,name,country\na,Company,QUILLFETHER SHIPPING,CY\nb,Company,QUILLFETHER SHIPPING,RU\n"
    )
    let points = report.rows.compactMap { $0.candidates.first?.points }
    #expect(points.count == 2 && points[0] > points[1])
    #expect(report.csv.contains("country Cyprus +5") && report.csv.contains("listed as Cyprus -10"))
  }

  @Test func callsRowsAsTheFileDoes() async throws {
    let report = try await report("id,schema,name,imo\nq7,Vessel,,9074729\n,Vessel,,9074729\n")
    #expect(report.rows.map(\.id) == ["q7", "3"])
    #expect(report.csv.contains("\r\nq7,1,1.00,number,"))
  }

  @Test func saysTheSameOnAnyNumberOfThreads() async throws {
    let rows = "name\n" + (0..<9000).map { "SAMPLE ANGARA \($0 % 7)\n" }.joined()
    let one = try await report(rows, threads: 1).csv
    #expect(try await report(rows, threads: 3).csv == one)
  }

  @Test func refusesATableWithoutColumns() async throws {
    await #expect(throws: WorkflowError.self) { try await report("a,b\n1,2\n") }
    await #expect(throws: (any Error).self) {
      try await matchWatchlists(WatchlistMatching(file: folder.path("none.csv")))
    }
  }

  /// People find what they spell in their own way.
  @Test func searchesForOtherSpellingsToo() throws {
    let found = try searchWatchlists(
      for: "Sampel Angarra", in: folder.path("Lists"), limit: 5
    ).text(style: .plain)
    #expect(found.contains("SAMPLE ANGARA"), "\(found)")
  }
}
