import Maritime
import RuleLanguage
import Screening
import StrictYAML
import TestSupport
import Watchlists

let asOf = utc("2026-03-01")
let ship = sampleVessel(imo: 9_074_729, mmsi: 273_000_001)

extension ScreeningRule {
  /// A rule that fires once for each age in days.
  static func firing(_ header: RuleHeader, ages: [Int64] = [0]) -> ScreeningRule {
    ScreeningRule(header: header) { input in
      let matches = ages.map { age in
        let start = UTCTime(milliseconds: input.now.milliseconds - age * 86_400_000)
        return RuleMatch(
          sentence: "It happened \(age) d ago.", facts: [], listEntries: [], decayFrom: start,
          since: start)
      }
      return RuleEvaluation(rule: header, answer: .fires, matches: matches, undetermined: [])
    }
  }

  static func quiet(_ header: RuleHeader) -> ScreeningRule {
    ScreeningRule(header: header) { _ in
      RuleEvaluation(rule: header, answer: .doesNotFire, matches: [], undetermined: [])
    }
  }

  static func undecided(_ header: RuleHeader, entries: [ListEntryReference] = []) -> ScreeningRule {
    ScreeningRule(header: header) { _ in
      let clause = UndeterminedClause(
        clause: "vessel on @lists/us at now", span: header.span, missing: "ofac-sdn has no dates",
        facts: [], listEntries: entries)
      return RuleEvaluation(rule: header, answer: .unknown, matches: [], undetermined: [clause])
    }
  }
}

extension ListCandidate {
  static func sample(
    _ entry: ListEntryReference, _ certainty: Certainty, ruling: EntryRuling? = nil
  ) -> ListCandidate {
    ListCandidate(
      designation: Designation(
        entry: entry.entry, kind: .vessel, names: [DesignationName(entry.name, .primary)],
        measures: [.assetFreeze], regime: "us", authority: entry.authority,
        source: Designation.Source(file: "sdn.csv", line: 12)),
      reference: entry, certainty: certainty, points: 80, ruling: ruling)
  }
}

extension SnapshotSummary {
  static func sample(
    _ list: String, regimes: [String] = ["us"], published: String = "2026-02-20",
    digest: String = "d1", regimesWithoutVessels: [String] = []
  ) -> SnapshotSummary {
    SnapshotSummary(
      list: list, publisher: "OFAC", format: "ofac-sdn", regimes: regimes,
      regimesWithoutVessels: regimesWithoutVessels, hasDates: false, published: utc(published),
      publishedBasis: .given, digest: digest, entries: 10, vessels: 5, rejections: 0)
  }
}

/// Screens a ship that was seen, with a current list, so that only what a test changes matters.
func verdict(
  _ rules: [ScreeningRule], vessel: VesselReference = ship, facts: [Fact] = [],
  positions: Int = 100,
  policy: Policy = .standard, regimes: [String] = [],
  snapshots: [SnapshotSummary] = [.sample("ofac-sdn")], asOf: UTCTime = asOf,
  observed: TimeSpan? = nil, candidates: [ListCandidate] = [],
  fleet: FleetFacts = .empty, exceptions: ExceptionBook = .empty
) -> Verdict {
  let terms = ScreeningTerms(
    rules: rules, policy: policy, asOf: asOf, knownAsOf: asOf, regimes: regimes,
    lists: { _, _ in .notListed }, candidates: { _ in candidates }, snapshots: snapshots,
    engine: ScreeningTerms.Engine(version: "test", gazetteer: "g"), fleet: fleet,
    exceptions: exceptions)
  let subject = ScreeningSubject(
    vessel: vessel, facts: facts, positions: positions, observed: observed)
  return screen(subject, under: terms)
}
