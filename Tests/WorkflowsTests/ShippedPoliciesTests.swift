import Foundation
import Maritime
import Screening
import TestSupport
import Testing
import Workflows

/// The policies of `Rules/policies`: the same vessel, asked about under four laws.
struct ShippedPoliciesTests {
  private let rules = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path

  private func policy(_ name: String) throws -> PolicyReading {
    let path = rules + "/policies/\(name).yaml"
    return Policy.read([UInt8](try Data(contentsOf: URL(filePath: path))), file: path)
  }

  /// A tanker with Russian products for Piraeus: a transfer off Malta, no attestation, and on a
  /// list of the United States alone.
  @Test(arguments: [
    ("un", ["un-1718"], Disposition.clear),  // no resolution names the vessel or its trade
    ("us", ["us", "un-1718"], .prohibited),  // listed
    ("eu", ["eu", "un-1718"], .escalate),  // Article 3eb
    ("uk", ["uk", "un-1718"], .review),  // the price cap's papers
  ])
  func judgesOneVesselByFourLaws(
    _ name: String, regimes: [String], disposition: Disposition
  ) async throws {
    let folder = try TemporaryFolder()
    let request = ScreeningRequest(
      factFiles: [try folder.write(Self.facts, to: "facts.ndjson")], rules: rules,
      lists: try folder.write(Self.list, to: "list.yaml"),
      policyFile: rules + "/policies/\(name).yaml", vessels: ["9000003"],
      asOf: Self.asOf, regimes: regimes)
    let result = try await screenVessels(request)
    #expect(result.factRejections.isEmpty)
    #expect(result.verdicts.map(\.disposition) == [disposition])
  }

  @Test(arguments: ["un", "us", "eu", "uk"])
  func asksForItsOwnListsAndTheCommittees(_ name: String) throws {
    let reading = try policy(name)
    #expect(reading.diagnostics.isEmpty)
    let profile = try #require(reading.policy)
    #expect(profile.lists.require.contains("un-1718"))
    #expect(name == "un" || profile.lists.require.contains(name))
    #expect(profile.groups == Policy.standard.groups)
  }

  @Test func differInWhatTheyAskOfPoints() throws {
    let thresholds = try ["un", "us", "eu", "uk"].map { try policy($0).policy?.thresholds }
    #expect(Set(thresholds).count == 4)
    let reviews = thresholds.compactMap { $0?.review }
    #expect(reviews.max() == reviews.first)  // the resolutions ask for least beyond their lists
  }

  @Test func areNoRules() throws {
    let check = try checkRules(at: [rules + "/policies"], geography: GeographySources())
    #expect((check.rules, check.errors) == (0, 0))
  }

  private static let asOf = UTCTime("2026-03-01")

  private static let facts = """
    {"fact":"observation","mmsi":636000001,"imo":9000003,"start":"2026-01-01T00:00:00Z",\
    "end":"2026-02-28T00:00:00Z","source":"ais","positions":1000}
    {"fact":"identity","mmsi":636000001,"imo":9000003,"start":"2025-01-01T00:00:00Z",\
    "source":"registry","name":"EXAMPLE","flag":"LR","type":"product_tanker",\
    "registry_status":"open"}
    {"fact":"voyage","mmsi":636000001,"imo":9000003,"start":"2026-02-01T00:00:00Z",\
    "end":"2026-02-12T00:00:00Z","source":"agent","from":"RUNVS","to":"GRPIR",\
    "cargo":"oil_products","origin_country":"RU","coalition_service":true}
    {"fact":"encounter","mmsi":636000001,"imo":9000003,"start":"2026-02-08T00:00:00Z",\
    "end":"2026-02-08T08:00:00Z","lat":36.0,"lon":14.7,"source":"ais","partner_imo":9000015,\
    "partner_type":"product_tanker","partner_flag":"LR","median_distance_m":100,"median_speed_kn":0.5}
    {"fact":"paper","mmsi":636000001,"imo":9000003,"start":"2026-02-10T00:00:00Z",\
    "end":"2026-02-10T00:00:00Z","source":"agent","kind":"attestation","status":"missing"}

    """

  private static let list = """
    list: sample
    publisher: Sample
    published: 2026-02-27
    covers: [un-1718, us, eu, uk]
    entries:
      - id: "1"
        name: EXAMPLE
        imo: "9000003"
        authority: Sample Act
        regime: us
        measures: [asset_freeze]
        listed_from: 2025-01-01

    """
}
