import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing
import Watchlists

struct ScreenTests {
  @Test func isClearOnlyWhenNothingIsFoundAndEverythingIsKnown() {
    let verdict = verdict([.quiet(.sample("a"))])
    #expect(verdict.disposition == .clear)
    #expect(verdict.undetermined.isEmpty)
    #expect(verdict.checked.rules.map(\.answer) == [.doesNotFire])
    #expect(verdict.checked.lists.map(\.current.list) == ["ofac-sdn"])
  }

  @Test(arguments: [
    (nil, 0, Disposition.clear),
    (Disposition.review, 0, .review),
    (.escalate, 0, .escalate),
    (.prohibited, 0, .prohibited),
    (.monitor, 40, .review),  // points may say more than a floor
    (.prohibited, 100, .prohibited),
  ])
  func floorsWinOverThresholds(_ floor: Disposition?, _ points: Int, _ expected: Disposition) {
    let verdict = verdict([.firing(.sample("a", points: points, floor: floor))])
    #expect(verdict.disposition == expected)
    #expect(verdict.gates.map(\.rule) == (floor == .prohibited ? ["a"] : []))
  }

  @Test func leavesOutDraftsAndRulesOfOtherRegimes() {
    let rules: [ScreeningRule] = [
      .firing(.sample("draft", status: .draft, floor: .prohibited)),
      .firing(.sample("eu", regimes: ["eu"], floor: .prohibited)),
      .firing(.sample("us", regimes: ["eu", "us"], floor: .escalate)),
      .firing(.sample("every", floor: .review)),
    ]
    let american = verdict(rules, regimes: ["us"])
    #expect(american.findings.map(\.rule) == ["every", "us"])
    #expect(american.disposition == .escalate)
    #expect(american.checked.rulesLeftOut == ["draft", "eu"])
    #expect(verdict(rules).disposition == .prohibited)
  }

  @Test func showsShadowRulesWithoutCountingThem() {
    let verdict = verdict([
      .firing(.sample("shadow", status: .shadow, points: 90, floor: .prohibited)),
      .undecided(.sample("unsure", status: .shadow)),
    ])
    #expect(verdict.disposition == .clear)
    #expect(verdict.findings.map(\.points) == [.zero])
    #expect(verdict.countedFindings.isEmpty && verdict.gates.isEmpty)
    #expect(verdict.riskySince == nil)
    #expect(verdict.checked.rules.map(\.answer) == [.fires, .unknown])
  }

  @Test func isRiskySinceTheEarliestMatch() {
    let verdict = verdict([
      .firing(.sample("a", points: 20), ages: [3, 40]),
      .firing(.sample("b", points: 20), ages: [9]),
    ])
    #expect(verdict.riskySince == utc("2026-01-20"))
  }

  @Test func doesNotDependOnTheOrderOfItsInput() {
    let facts = [
      Fact.sampleIdentity(of: ship, from: "2025-01-01") { $0.name = "A" },
      Fact.sampleGap(of: ship, from: "2026-01-01", to: "2026-01-02"),
      Fact.sampleGap(of: ship, from: "2026-01-03", to: "2026-01-04", isFeedOutage: true),
    ]
    let rules: [ScreeningRule] = [
      .firing(.sample("a", points: 20, halfLifeDays: 100), ages: [5, 1]),
      .undecided(.sample("b")), .firing(.sample("c", points: 20)), .quiet(.sample("d")),
    ]
    let lists: [SnapshotSummary] = [.sample("x"), .sample("y", digest: "d2")]
    var generator = SeededGenerator(seed: 7)
    let expected = "\(verdict(rules, facts: facts, snapshots: lists))"
    for _ in 0..<10 {
      let other = verdict(
        rules.shuffled(using: &generator), facts: facts.shuffled(using: &generator),
        snapshots: lists.shuffled(using: &generator))
      #expect(withoutDictionaries("\(other)") == withoutDictionaries(expected))
    }
  }

  /// A dictionary's description has no order; the report never prints one.
  private func withoutDictionaries(_ text: String) -> String {
    text.replacing(/fields: \[.*?\], names:/, with: "names:")
  }

  @Test func digestsChangeWithTheirInput() {
    let rule = ScreeningRule.quiet(.sample("a"))
    let fact = Fact.sampleIdentity(of: ship, from: "2025-01-01") { $0.name = "A" }
    let base = verdict([rule]).digests
    #expect(verdict([rule], facts: [fact]).digests.facts != base.facts)
    #expect(verdict([.quiet(.sample("b"))]).digests.rules != base.rules)
    #expect(verdict([rule], snapshots: [.sample("x", digest: "d2")]).digests.lists != base.lists)
    #expect(verdict([rule]).digests == base)
  }

  @Test func ignoresWhatHappenedAfterTheAsOfDate() {
    let later = Fact.sampleIdentity(of: ship, from: "2026-03-01") { $0.name = "LATER" }
    let verdict = verdict([.quiet(.sample("a"))], facts: [later])
    #expect(verdict.subject.name == nil)
    #expect(verdict.checked.facts == 0)
    #expect(verdict.digests == ScreenTests.digestsWithoutFacts)
  }

  private static var digestsWithoutFacts: VerdictDigests { verdict([.quiet(.sample("a"))]).digests }

  @Test func tellsTheListsTheNamesOfTheVessel() {
    let header = RuleHeader.sample("listed", floor: .prohibited)
    let rule = ScreeningRule(header: header) { input in
      let vessel = input.vessel ?? sampleVessel(mmsi: 2)
      let answer = input.lists(ListQuery(vessel: vessel, list: "us", time: input.now))
      let other = input.lists(ListQuery(vessel: sampleVessel(mmsi: 1), list: "us", time: input.now))
      let fires = answer != .notListed && other == .notListed
      return RuleEvaluation(
        rule: header, answer: fires ? .fires : .doesNotFire, matches: [], undetermined: [])
    }
    let terms = ScreeningTerms(
      rules: [rule], policy: .standard, asOf: asOf, knownAsOf: asOf, regimes: [],
      lists: { _, names in names == ["OLD", "NEW"].sorted() ? .listed([]) : .notListed },
      candidates: { _ in [] }, snapshots: [],
      engine: ScreeningTerms.Engine(version: "test", gazetteer: "g"))
    let facts = [
      Fact.sampleIdentity(of: ship, from: "2024-01-01", to: "2025-01-01") { $0.name = "OLD" },
      Fact.sampleIdentity(of: ship, from: "2025-01-01") { $0.name = "NEW" },
    ]
    let subject = ScreeningSubject(vessel: ship, facts: facts, positions: 1, observed: nil)
    #expect(screen(subject, under: terms).disposition == .prohibited)
  }
}
