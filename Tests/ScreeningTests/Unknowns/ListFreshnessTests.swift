import Maritime
import Screening
import TestSupport
import Testing
import Watchlists

struct ListFreshnessTests {
  private let lists = [
    SnapshotSummary.sample("ofac-sdn", published: "2026-01-20", digest: "a"),
    SnapshotSummary.sample("ofac-sdn", published: "2026-02-20", digest: "b"),
    SnapshotSummary.sample("fleet", regimes: [], published: "2020-01-01"),
  ]

  @Test(arguments: [
    ("2026-03-01", 9, false, [String]()),
    ("2026-03-22", 30, false, []), ("2026-03-23", 31, true, ["watchlist ofac-sdn"]),
    // Of the snapshots only those published by the day count.
    ("2026-02-19", 30, false, []),
  ])
  func agesByTheDay(_ date: String, days: Int, isOutOfDate: Bool, problems: [String]) throws {
    let found = ListFreshness(of: lists, policy: .standard, asOf: utc(date))
    let ofac = try #require(found.lists.first { $0.current.list == "ofac-sdn" })
    #expect(ofac.days == days && ofac.limit == 30 && ofac.isOutOfDate == isOutOfDate)
    #expect(found.problems.map(\.clause) == problems)
  }

  @Test func namesWhatIsRequiredAndMissing() {
    var policy = Policy.standard
    policy.lists.require = ["eu"]
    let found = ListFreshness(of: lists, policy: policy, asOf: utc("2026-03-01"))
    #expect(found.problems.map(\.clause) == ["watchlist for eu"])
    let chosen = ListFreshness(
      of: lists, regimes: ["us"], policy: policy, asOf: utc("2026-03-01"))
    #expect(chosen.problems.isEmpty)
  }

  @Test func aHouseListIsAsYoungAsItsAuthorKeepsIt() throws {
    let found = ListFreshness(of: lists, policy: .standard, asOf: utc("2026-03-01"))
    let fleet = try #require(found.lists.first { $0.current.list == "fleet" })
    #expect(fleet.limit == nil && !fleet.isOutOfDate)
  }

  /// What is open keeps a verdict from clear, and only where nothing else decides.
  @Test func decidesOnlyWhereNothingElseDoes() {
    let old = [SnapshotSummary.sample("ofac-sdn", published: "2025-01-01")]
    let quiet = verdict([], snapshots: old)
    #expect(quiet.disposition == .inconclusive)
    #expect(quiet.undetermined.map(\.clause) == ["watchlist ofac-sdn"])
    let rule = ScreeningRule.firing(.sample("listed", floor: .prohibited))
    let gate = verdict([rule], snapshots: old)
    #expect(gate.disposition == .prohibited)
    #expect(gate.undetermined.map(\.clause) == ["watchlist ofac-sdn"])
  }
}
