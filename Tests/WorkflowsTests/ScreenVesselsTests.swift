import Foundation
import Maritime
import Screening
import TestSupport
import Testing
import Workflows

struct ScreenVesselsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A feed with one vessel, a house list that names it from a day on, and the shipped rules.
  private func request(
    listedFrom: String?, vessels: [String] = [], asOf: String? = nil
  ) throws -> ScreeningRequest {
    let feed = try folder.write(
      SampleFeed.header
        + SampleFeed.rows(
          mmsi: 273_000_001, name: "EXAMPLE", imo: 9_074_729, latitude: 30, longitude: 150,
          hours: 48), to: "feed.csv")
    _ = try folder.write(
      """
      list: sample-us
      publisher: Sample
      published: 2025-01-02
      covers: [us]
      entries:
        - id: "1"
          name: EXAMPLE
          imo: "9074729"
          authority: Sample Act
          regime: us
          measures: [asset_freeze]
      \(listedFrom.map { "    listed_from: \($0)" } ?? "")

      """, to: "Lists/sample-us.yaml")
    return ScreeningRequest(
      detection: DetectionRequest(aisFiles: [feed], threads: 2), rules: shipped("Rules"),
      lists: folder.path("Lists"), policyFile: shipped("Rules/policy.yaml"), vessels: vessels,
      asOf: asOf.flatMap { UTCTime($0) }, regimes: ["us"])
  }

  @Test(arguments: [
    ("2024-06-01", Disposition.prohibited),
    ("2025-06-01", .clear),
  ])
  func followsTheDateOfTheListing(_ from: String, disposition: Disposition) async throws {
    let result = try await screenVessels(request(listedFrom: from, asOf: "2025-01-03"))
    #expect(result.verdicts.map(\.disposition) == [disposition])
  }

  @Test func cannotTellWithoutADate() async throws {
    let early = try await screenVessels(request(listedFrom: nil, asOf: "2025-01-01T12:00Z"))
    #expect(early.verdicts.map(\.disposition) == [.inconclusive])
    let later = try await screenVessels(request(listedFrom: nil, asOf: "2025-01-03"))
    #expect(later.verdicts.map(\.disposition) == [.prohibited])
  }

  @Test func isNeverClearAboutAVesselThatNobodySaw() async throws {
    let result = try await screenVessels(
      request(listedFrom: "2024-06-01", vessels: ["9358010"], asOf: "2025-01-03"))
    #expect(result.verdicts.map(\.disposition) == [.inconclusive])
  }

  @Test func takesTheLatestMomentForTheDate() async throws {
    let result = try await screenVessels(request(listedFrom: "2024-06-01"))
    #expect(result.verdicts.first?.asOf.description == "2025-01-02T23:00:00Z")
  }

  @Test func finishesAFleetInTheOrderOfTheFile() async throws {
    var request = try request(listedFrom: "2024-06-01", asOf: "2025-01-03")
    request.fleetFile = try folder.write("name,imo\nX,9358010\nY,9074729\n", to: "fleet.csv")
    let result = try await screenVessels(request)
    #expect(result.verdicts.map(\.subject.vessel.imo?.value) == [9_358_010, 9_074_729])
  }

  @Test(arguments: [
    ("imo\n9074728\n", "line 2: '9074728' is neither an IMO number nor an MMSI"),
    ("name\nX\n", "line 1: the header has no column imo or mmsi"),
  ])
  func refusesABadFleet(_ content: String, message: String) async throws {
    var request = try request(listedFrom: nil)
    request.fleetFile = try folder.write(content, to: "fleet.csv")
    let found = await problem { try await screenVessels(request) }
    #expect(found?.exitCode == 2)
    #expect(found?.text(isColored: false).contains(message) == true)
  }

  @Test func doesNotScreenWithABrokenRule() async throws {
    var request = try request(listedFrom: nil)
    request.rules = try folder.write("kind: rule\nid: broken\n", to: "broken.yaml")
    let found = await problem { try await screenVessels(request) }
    #expect(found?.exitCode == 2)
    #expect(found?.text(isColored: false).contains("error[") == true)
  }
}
