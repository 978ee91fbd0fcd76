import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing
import Watchlists

struct UndeterminedTests {
  @Test(arguments: [
    (RuleHeader.OnUnknown.review, nil, Disposition.inconclusive, true),
    (.skip(reason: "optional data"), nil, .clear, false),
    // A possible prohibition is never skipped.
    (.skip(reason: "optional data"), Disposition.prohibited, .inconclusive, true),
    (.review, .prohibited, .inconclusive, true),
  ])
  func undecidedRulesKeepFromClear(
    _ onUnknown: RuleHeader.OnUnknown, _ floor: Disposition?, _ expected: Disposition, _ keeps: Bool
  ) {
    let verdict = verdict([.undecided(.sample("a", onUnknown: onUnknown, points: 90, floor: floor))]
    )
    #expect(verdict.disposition == expected)
    #expect(verdict.score == .zero)
    #expect(verdict.undetermined.map(\.rule) == ["a"])
    #expect(verdict.undetermined.map(\.keepsFromClear) == [keeps])
    #expect(verdict.findings.isEmpty)
  }

  @Test func whatDecidesAboveStaysAndWhatIsUnknownIsNamed() {
    let verdict = verdict([.undecided(.sample("a")), .firing(.sample("b", points: 40))])
    #expect(verdict.disposition == .review)
    #expect(verdict.undetermined.map(\.rule) == ["a"])
  }

  @Test func countsARuleThatAsksForIt() {
    let verdict = verdict([.undecided(.sample("a", onUnknown: .fire, points: 40))])
    #expect(verdict.disposition == .review)
    #expect(verdict.findings.map(\.isAssumed) == [true])
    #expect(verdict.findings.first?.sentences.first?.contains("ofac-sdn has no dates") == true)
    #expect(verdict.undetermined.map(\.rule) == ["a"])
  }

  @Test func namesTheEntryWhoseDateIsNotKnown() {
    let entry = ListEntryReference(
      list: "ofac-sdn", entry: "1", name: "MAIA-1", authority: "RUSSIA-EO14024", listedFrom: nil,
      published: utc("2024-05-03"), digest: "d", basis: "IMO number 9358010")
    let verdict = verdict([.undecided(.sample("a", floor: .prohibited), entries: [entry])])
    #expect(verdict.disposition == .inconclusive)
    #expect(verdict.gates.isEmpty)
    #expect(verdict.undetermined.flatMap(\.listEntries) == [entry])
  }

  @Test(arguments: [
    ([], [], ["list-missing"]),
    ([SnapshotSummary.sample("ofac-sdn")], [], []),
    ([.sample("ofac-sdn")], ["us"], []),
    ([.sample("ofac-sdn")], ["eu", "us"], ["list-missing"]),
    ([.sample("un", regimes: ["un-1718"])], ["un"], []),
    (
      [.sample("un", regimes: ["un-1718"], regimesWithoutVessels: ["un-1718"])], ["un-1718"],
      ["list-missing"]
    ),
    ([.sample("ofac-sdn", published: "2026-01-20")], [], ["list-out-of-date"]),
    // An older snapshot beside a current one is history.
    ([.sample("ofac-sdn", published: "2024-01-20"), .sample("ofac-sdn", digest: "d2")], [], []),
    // A list out of date for a regime nobody chose does not matter.
    ([.sample("ofac-sdn", published: "2025-01-20"), .sample("eu", regimes: ["eu"])], ["eu"], []),
    // The user's own list is as young as its author keeps it.
    ([.sample("house", regimes: [], published: "2020-01-20")], [], []),
    // A list of the future is not known yet.
    ([.sample("ofac-sdn", published: "2026-03-02")], [], ["list-missing"]),
  ])
  func listsMustBeThereAndYoung(
    _ lists: [SnapshotSummary], _ regimes: [String], _ expected: [String]
  ) {
    let verdict = verdict([], regimes: regimes, snapshots: lists)
    #expect(verdict.undetermined.map(\.rule) == expected)
    #expect(verdict.disposition == (expected.isEmpty ? .clear : .inconclusive))
  }

  @Test func policyMayRequireLists() {
    var policy = Policy.standard
    policy.lists.require = ["eu", "us"]
    let verdict = verdict([], policy: policy)
    #expect(verdict.undetermined.map(\.clause) == ["watchlist for eu"])
  }

  @Test func notFoundIsNeverClear() {
    let nobody = verdict([.quiet(.sample("a"))], positions: 0)
    #expect(nobody.disposition == .inconclusive)
    #expect(nobody.undetermined.map(\.rule) == ["vessel-not-found"])

    let paper = Fact.sampleIdentity(of: ship, from: "2020-01-01", source: "registry") {
      $0.name = "A"
    }
    let onPaper = verdict([.quiet(.sample("a"))], facts: [paper], positions: 0)
    #expect(onPaper.undetermined.map(\.rule) == ["vessel-not-observed"])

    let longAgo = Fact.sampleGap(of: ship, from: "2020-01-01", to: "2020-01-02")
    #expect(
      verdict([], facts: [longAgo], positions: 0).undetermined.map(\.rule) == ["vessel-not-found"])
  }

  @Test(arguments: [("2026-01-30", []), ("2026-01-29", ["observation-out-of-date"])])
  func aFeedThatEndedLongAgoCannotClear(_ lastSeen: String, _ expected: [String]) {
    let observed = TimeSpan(start: utc("2025-12-01"), end: utc(lastSeen))
    #expect(verdict([], observed: observed).undetermined.map(\.rule) == expected)
  }

  private static let silences: [(String, String?, Double?, Bool, [String])] = [
    ("2026-02-01T00:00Z", "2026-02-01T06:00Z", 0.9, true, ["feed-outage"]),
    ("2026-02-01T00:00Z", "2026-02-01T10:00Z", 0.1, false, ["poor-reception"]),
    ("2026-02-01T00:00Z", "2026-02-01T10:00Z", nil, false, ["poor-reception"]),
    ("2026-02-28T12:00Z", nil, 0.1, false, ["poor-reception"]),  // it goes on
    ("2026-02-01T00:00Z", "2026-02-01T10:00Z", 0.25, false, []),
    ("2026-02-01T00:00Z", "2026-02-01T05:59Z", nil, true, []),  // too short to matter
    ("2025-06-01T00:00Z", "2025-06-02T00:00Z", 0.1, true, []),  // too long ago to matter
  ]

  @Test(arguments: silences)
  func silencesThatNobodyCouldHear(
    _ start: String, _ end: String?, _ reception: Double?, _ isOutage: Bool, _ expected: [String]
  ) {
    let gap = Fact.sampleGap(
      of: ship, from: start, to: end, reception: reception, isFeedOutage: isOutage)
    let verdict = verdict([], facts: [gap])
    #expect(verdict.undetermined.map(\.rule) == expected)
    #expect(verdict.disposition == (expected.isEmpty ? .clear : .inconclusive))
  }

  private static let ships: [(String?, String?, Int?, Bool)] = [
    (nil, nil, nil, true),  // what is not known may be a ship
    ("tanker", "a", nil, true),
    ("tanker", "b", nil, false),
    ("tanker", "a", 299, false),
    ("tanker", "a", 300, true),
    ("pleasure", nil, nil, false),
    ("fishing", "a", 900, false),
  ]

  @Test(arguments: ships)
  func shipsNeedANumber(
    _ type: String?, _ aisClass: String?, _ tonnage: Int?, _ needsNumber: Bool
  ) {
    let vessel = sampleVessel(mmsi: 273_000_001)
    let identity = Fact.sampleIdentity(of: vessel, from: "2025-01-01") {
      $0.type = type
      $0.aisClass = aisClass
      $0.grossTonnage = tonnage
    }
    let outage = Fact.sampleGap(
      of: vessel, from: "2026-02-01", to: "2026-02-02", isFeedOutage: true)
    let verdict = verdict([], vessel: vessel, facts: [identity, outage])
    #expect(
      verdict.undetermined.map(\.rule)
        == (needsNumber ? ["feed-outage", "identity-unresolved"] : []))
  }

  @Test(arguments: [("a", Disposition.review), ("b", nil)])
  func aListedVesselOfTheSameNameIsAQuestion(_ aisClass: String, _ floor: Disposition?) {
    let identity = Fact.sampleIdentity(of: ship, from: "2025-01-01") {
      $0.name = "MAIA-1"
      $0.aisClass = aisClass
    }
    let entry = ListEntryReference(
      list: "ofac-sdn", entry: "1", name: "MAIA-1", authority: "RUSSIA-EO14024", listedFrom: nil,
      published: utc("2024-05-03"), digest: "d", basis: "name maia 1 alone")
    let verdict = verdict([], facts: [identity], candidates: [.sample(entry, .name)])
    #expect(verdict.undetermined.map(\.rule) == ["name-match"])
    #expect(verdict.undetermined.map(\.floor) == [floor])
    #expect(verdict.undetermined.flatMap(\.listEntries) == [entry])
    let facts = verdict.undetermined.flatMap(\.facts)
    #expect(facts.map { $0.value("kind") } == [.word("name")])
    #expect(facts.map { $0.value("confidence") } == [.quantity(.ratio(0.8))])
    #expect(verdict.disposition == floor ?? .clear)
    #expect(verdict.reason.contains("same name") == (floor != nil))
  }

  @Test func rivalNumbersAndContradictionsAreNamed() {
    let radio = sampleVessel(mmsi: 273_000_001)
    let rivals = [9_074_729, 9_358_010].map { number in
      Fact.sampleIdentity(of: sampleVessel(imo: number, mmsi: 273_000_001), from: "2025-01-01") {
        $0.name = "A"
      }
    }
    let unresolved = verdict([], vessel: radio, facts: rivals)
    #expect(unresolved.undetermined.map(\.rule) == ["identity-unresolved"])
    #expect(unresolved.undetermined.first?.missing.contains("9074729, 9358010") == true)

    let flags = [("KH", "import:a"), ("MH", "import:b")].map { flag, source in
      Fact.sampleIdentity(of: ship, from: "2025-01-01", source: source) {
        $0.flag = CountryCode(flag)
      }
    }
    let disputed = verdict([], facts: flags)
    #expect(disputed.undetermined.map(\.rule) == ["identity-conflict"])
    #expect(disputed.disposition == .clear)
  }
}
