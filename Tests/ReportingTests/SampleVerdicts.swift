import Maritime
import RuleLanguage
import Screening
import StrictYAML
import TestSupport
import Watchlists

/// Verdicts that show everything a report can show.
enum SampleVerdicts {
  static let asOf = utc("2026-03-01T12:00Z")
  static let maia = sampleVessel(imo: 9_358_010, mmsi: 273_210_000)

  static let entry = ListEntryReference(
    list: "ofac-sdn", entry: "36215", name: "MAIA-1", authority: "RUSSIA-EO14024",
    listedFrom: utc("2022-05-08"), published: utc("2026-02-20"),
    digest: "7c1ea2b300000000", basis: "IMO number 9358010, name MAIA-1")

  static let undatedEntry = ListEntryReference(
    list: "un-house", entry: "7", name: "MAIA 1", authority: "UNSCR 1718", listedFrom: nil,
    published: utc("2026-02-20"), digest: "91b2a2b300000000", basis: "IMO number 9358010")

  static let snapshots = [
    SnapshotSummary(
      list: "ofac-sdn", publisher: "OFAC", format: "ofac-sdn", regimes: ["us"],
      regimesWithoutVessels: [], hasDates: false, published: utc("2026-02-20"),
      publishedBasis: .given, digest: "7c1ea2b300000000", entries: 17_456, vessels: 851,
      rejections: 3),
    SnapshotSummary(
      list: "ofac-sdn", publisher: "OFAC", format: "ofac-sdn", regimes: ["us"],
      regimesWithoutVessels: [], hasDates: false, published: utc("2025-02-20"),
      publishedBasis: .given, digest: "6c1ea2b300000000", entries: 17_000, vessels: 800,
      rejections: 0),
    SnapshotSummary(
      list: "eu-annex", publisher: "EU", format: "eu-journal", regimes: ["eu"],
      regimesWithoutVessels: [], hasDates: true, published: utc("2025-08-01"),
      publishedBasis: .content, digest: "aa00bb1100000000", entries: 633, vessels: 633,
      rejections: 0),
  ]

  private static let gap = Fact.sampleGap(
    of: maia, from: "2026-01-04T02:00Z", to: "2026-01-05T18:00Z", reception: 0.93)
  private static let outage = Fact.sampleGap(
    of: maia, from: "2026-02-04T02:00Z", to: "2026-02-04T09:00Z", reception: 0.5,
    isFeedOutage: true)
  private static let papers = Fact.sampleIdentity(
    of: maia, from: "2022-01-01", source: "registry"
  ) {
    $0.name = "MAIA-1"
    $0.flag = CountryCode("RU")
    $0.type = "general_cargo"
  }

  /// A vessel that is listed, went dark, and leaves questions open.
  static let prohibited = verdict(
    of: maia, facts: [gap, outage, papers], positions: 12_004,
    rules: [
      rule(
        .sample(
          "designated-vessel", severity: .critical, regimes: ["us", "eu"], floor: .prohibited,
          references: ["Executive Order 14024"]),
        matches: [
          RuleMatch(
            sentence: "MAIA-1 is on ofac-sdn since 2022-05-08.", facts: [], listEntries: [entry],
            decayFrom: nil, since: utc("2022-05-08"))
        ]),
      rule(
        .sample(
          "gone-dark", points: 45, halfLifeDays: 365, group: "dark-activity",
          references: ["BIMCO AIS Switch-Off Clause 2021"],
          falsePositives: ["Piracy area; the master may switch AIS off for safety."]),
        matches: [
          RuleMatch(
            sentence: "Dark for 40 h from 2026-01-04T02:00:00Z in the Sea of Japan,"
              + " where 93 % of the vessels around were heard.", facts: [gap], listEntries: [],
            decayFrom: utc("2026-01-05T18:00Z"), since: utc("2026-01-04T02:00Z"))
        ]),
      rule(
        .sample("circle-spoofing", status: .shadow, points: 30),
        matches: [
          RuleMatch(
            sentence: "Sailed circles on land.", facts: [], listEntries: [], decayFrom: nil,
            since: nil)
        ]),
      undecided(.sample("un-designated", regimes: ["un-1718"], floor: .prohibited)),
      rule(.sample("flag-hopping"), matches: []),
    ])

  /// A vessel with nothing against it.
  static let clear = verdict(
    of: sampleVessel(imo: 9_074_729, mmsi: 636_000_001),
    facts: [
      Fact.sampleIdentity(
        of: sampleVessel(imo: 9_074_729, mmsi: 636_000_001), from: "2025-01-01"
      ) { $0.name = "=HYPERLINK(\"evil\"), \u{1b}[31mRED" }
    ], positions: 40, rules: [rule(.sample("flag-hopping"), matches: [])],
    snapshots: [snapshots[0]])

  /// A vessel that nobody saw, under points that fade.
  static let monitored = verdict(
    of: sampleVessel(mmsi: 412_000_001), facts: [], positions: 2,
    rules: [
      rule(
        .sample("gone-dark", points: 45, halfLifeDays: 100, group: "dark-activity"),
        matches: [
          RuleMatch(
            sentence: "Dark for 40 h.", facts: [], listEntries: [],
            decayFrom: utc("2026-01-05T18:00Z"), since: utc("2026-01-04T02:00Z"))
        ])
    ], snapshots: [])

  private static func rule(_ header: RuleHeader, matches: [RuleMatch]) -> ScreeningRule {
    ScreeningRule(header: header) { _ in
      RuleEvaluation(
        rule: header, answer: matches.isEmpty ? .doesNotFire : .fires, matches: matches,
        undetermined: [])
    }
  }

  private static func undecided(_ header: RuleHeader) -> ScreeningRule {
    ScreeningRule(header: header) { _ in
      let clause = UndeterminedClause(
        clause: "vessel on @lists/un-1718 at now", span: header.span,
        missing: "un-house has no date for this entry", facts: [], listEntries: [undatedEntry])
      return RuleEvaluation(rule: header, answer: .unknown, matches: [], undetermined: [clause])
    }
  }

  private static func verdict(
    of vessel: VesselReference, facts: [Fact], positions: Int, rules: [ScreeningRule],
    snapshots: [SnapshotSummary] = snapshots
  ) -> Verdict {
    var policy = Policy.standard
    // A new default must not rewrite every snapshot through its digest.
    policy.digest = "70110c7000000000"
    let terms = ScreeningTerms(
      rules: rules, policy: policy, asOf: asOf, knownAsOf: asOf, regimes: [],
      lists: { _, _ in .notListed }, candidates: { _ in [] }, snapshots: snapshots,
      engine: ScreeningTerms.Engine(version: "0.1.0", gazetteer: "9a9aff0000"))
    let observed = TimeSpan(start: utc("2025-12-01T00:00Z"), end: utc("2026-02-28T23:59Z"))
    return screen(
      ScreeningSubject(vessel: vessel, facts: facts, positions: positions, observed: observed),
      under: terms)
  }
}
