import Maritime
import RuleLanguage
import Screening
import StrictYAML
import TestSupport
import Testing
import Watchlists

/// A rule from its text, a list from its entries, and verdicts of several days.
struct DesignationScreeningTests {
  private static let rule = """
    kind: rule
    language: 1
    id: vessel-designated
    title: Designated vessel
    version: 1
    status: stable
    severity: critical
    owner: maritime-desk
    typology: [designation]
    regimes: [us]
    references: [Executive Order 14024]
    for: vessel
    lookback: 24mo
    match:
      state:
        as: listed
        where:
          - vessel on @lists/us at now
    on_unknown: review
    score: {points: 0, decay: none, group: designation}
    floor: prohibited
    evidence: {say: "The vessel is on a US list.", cite: []}
    false_positives: [none known]
    """

  @Test(arguments: [
    ("2024-05-04", "2024-05-04", Disposition.prohibited),
    ("2022-05-01", "2024-05-04", .inconclusive),  // the list has no dates: it cannot tell
    ("2022-05-01", "2022-05-01", .inconclusive),  // the list was not published yet
  ])
  func knowsWhatItCannotKnow(_ asOf: String, _ knownAsOf: String, _ expected: Disposition) throws {
    let verdict = try verdict(asOf: utc(asOf), knownAsOf: utc(knownAsOf))
    #expect(verdict.disposition == expected)
    #expect(verdict.gates.map(\.rule) == (expected == .prohibited ? ["vessel-designated"] : []))
    let entries =
      expected == .prohibited
      ? verdict.findings.flatMap(\.listEntries) : verdict.undetermined.flatMap(\.listEntries)
    #expect(entries.map(\.entry) == (knownAsOf == "2022-05-01" ? [] : ["36215"]))
    #expect(entries.allSatisfy { $0.basis.contains("name MAIA-1") })
  }

  @Test func aNameAloneAsksForAReviewAndForbidsNothing() throws {
    let day = utc("2024-05-04")
    let radio = sampleVessel(mmsi: 273_210_000)
    let namesake = try verdict(of: radio, asOf: day, knownAsOf: day)
    #expect(namesake.disposition == .review)
    #expect(namesake.undetermined.map(\.rule) == ["name-match", "identity-unresolved"])
    let bases = namesake.undetermined.first?.listEntries.map(\.basis)
    #expect(bases == ["name maia 1 alone, 100 of 100 points"])
    #expect(namesake.gates.isEmpty)

    let otherHull = try verdict(
      of: sampleVessel(imo: 9_074_729, mmsi: 273_210_000), asOf: day, knownAsOf: day)
    #expect(otherHull.disposition == .clear)
  }

  private func verdict(
    of maia: VesselReference = sampleVessel(imo: 9_358_010, mmsi: 273_210_000), asOf: UTCTime,
    knownAsOf: UTCTime
  ) throws -> Verdict {
    let compiler = RuleCompiler(
      catalog: FactCatalog([VesselIdentity.schema.kind]),
      gazetteer: Gazetteer(ports: [], zones: []))
    let compilation = compiler.compile(Array(Self.rule.utf8), file: "rule.yaml")
    #expect(compilation.diagnostics.map(\.message) == [])
    let rule = try #require(compilation.rule)
    let index = DesignationIndex([Self.snapshot])
    let finder = CandidateFinder(index, at: asOf, knownAsOf: knownAsOf)
    let terms = ScreeningTerms(
      rules: [ScreeningRule(rule)], policy: .standard, asOf: asOf, knownAsOf: knownAsOf,
      regimes: ["us"],
      lists: { index.lookup($0, names: $1, knownAsOf: knownAsOf) },
      candidates: { finder.candidates(for: $0) },
      snapshots: index.snapshots,
      engine: ScreeningTerms.Engine(version: "test", gazetteer: "g"))
    let papers = Fact.sampleIdentity(of: maia, from: "2020-01-01") { $0.name = "MAIA 1" }
    return screen(
      ScreeningSubject(vessel: maia, facts: [papers], positions: 10, observed: nil), under: terms)
  }

  private static var snapshot: Snapshot {
    var maia = Designation(
      entry: "36215", kind: .vessel, names: [DesignationName("MAIA-1", .primary)],
      measures: [.assetFreeze], regime: "us", authority: "RUSSIA-EO14024",
      source: Designation.Source(file: "sdn.csv", line: 12))
    maia.identifiers = IMONumber(9_358_010).map { [.imo($0)] } ?? []
    let summary = SnapshotSummary(
      list: "ofac-sdn", publisher: "OFAC", format: "ofac-sdn", regimes: ["us"],
      regimesWithoutVessels: [], hasDates: false, published: utc("2024-05-03"),
      publishedBasis: .given, digest: "d1", entries: 1, vessels: 1, rejections: 0)
    return Snapshot(summary: summary, designations: [maia], rejections: [])
  }
}
