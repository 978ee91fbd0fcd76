import Foundation
import Maritime
import Reporting
import Storage
import TestSupport
import Testing

@testable import Workflows

/// Four vessels of which two met each other, and the other two too.
struct FleetDigestsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let numbers = [9_074_729, 9_358_010, 9_125_786, 9_161_003]

  private static func encounter(_ vessel: Int, with partner: Int, day: Int) -> String {
    """
    {"fact":"encounter","imo":\(numbers[vessel]),"start":"2025-03-0\(day)T00:00:00Z",\
    "end":"2025-03-0\(day)T09:00:00Z","partner_imo":\(numbers[partner]),"median_distance_m":100,\
    "median_speed_kn":0.5,"partner_type":"tanker","source":"import:desk"}

    """
  }

  private static func gap(_ vessel: Int, day: Int) -> String {
    """
    {"fact":"ais_gap","imo":\(numbers[vessel]),"start":"2025-04-0\(day)T00:00:00Z",\
    "end":"2025-04-0\(day)T13:00:00Z","open":false,"source":"import:desk",\
    "evidence":[{"file":"a","line":\(day)}]}

    """
  }

  private func screened(_ lines: [String]) async throws -> StoreScreening {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path
    return try await screenIntoStore(
      StoreScreeningRequest(
        screening: ScreeningRequest(
          detection: DetectionRequest(aisFiles: [], threads: 2),
          factFiles: [folder.write(lines.joined(), to: "facts.ndjson")], rules: rules,
          fleetFile: folder.write(
            "imo\n" + Self.numbers.map { "\($0)\n" }.joined(), to: "fleet.csv"),
          asOf: UTCTime("2025-06-01")),
        store: folder.path("s.sqlite"), at: UTCTime(seconds: 1), actor: "kim"))
  }

  private static let meetings = [
    encounter(0, with: 1, day: 1), encounter(1, with: 0, day: 1), encounter(2, with: 3, day: 2),
    encounter(3, with: 2, day: 2),
  ]

  @Test func screensAnewOnlyThoseThatAChangeReaches() async throws {
    #expect(try await screened(Self.meetings).carried == 0)
    // A gap is nobody's contact: only its own vessel depends on it.
    #expect(try await screened(Self.meetings + [Self.gap(0, day: 1)]).carried == 3)
    // A new contact of the second vessel may make a chain from the first; lines without evidence
    // stand elsewhere now, and are seen again.
    let more = Self.meetings + [Self.gap(0, day: 1), Self.encounter(1, with: 2, day: 3)]
    let again = try await screened(more)
    #expect(again.carried == 2)
    #expect(try await replayVerdicts(ReplayRequest(isAll: true, store: again.store.path)).isEqual)
    #expect(try checkStore(again.store.path) == [])
  }

  @Test func seesLinesAgainThatMovedAndAreEvidence() async throws {
    _ = try await screened(Self.meetings)
    #expect(try await screened([Self.gap(0, day: 1)] + Self.meetings).carried == 0)
  }
}
