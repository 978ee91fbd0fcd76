import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing
import Watchlists

struct VesselCandidatesTests {
  private static let entry = ListEntryReference(
    list: "ofac-sdn", entry: "1", name: "QUILLFEATHER LLC", authority: "RUSSIA-EO14024",
    listedFrom: nil, published: utc("2024-05-03"), digest: "d", basis: "name alone")

  private func screened(
    _ certainty: ListCandidate.Certainty, forCompanies: Bool, rules: [ScreeningRule] = []
  ) -> Verdict {
    let papers = Fact.sampleIdentity(of: ship, from: "2025-01-01") {
      $0.name = "MAIA-1"
      $0.owner = "Quillfether LLC"
    }
    let terms = ScreeningTerms(
      rules: rules, policy: .standard, asOf: asOf, knownAsOf: asOf, regimes: [],
      lists: { _, _ in .notListed },
      candidates: { subject in
        (subject.vessel == nil) == forCompanies ? [.sample(Self.entry, certainty)] : []
      }, snapshots: [.sample("ofac-sdn")],
      engine: ScreeningTerms.Engine(version: "test", gazetteer: "g"))
    let subject = ScreeningSubject(vessel: ship, facts: [papers], positions: 9, observed: nil)
    return screen(subject, under: terms)
  }

  @Test(arguments: [
    (ListCandidate.Certainty.name, "name-match"), (.callSign, "number-match"),
    (.mistypedNumber, "number-match"), (.earlierRadio, "number-match"),
    (.copiedNumber, "copied-number"),
  ])
  func asksForAReviewAndNeverForbids(_ certainty: ListCandidate.Certainty, _ check: String) {
    let verdict = screened(certainty, forCompanies: false)
    #expect(verdict.undetermined.map(\.rule) == [check])
    #expect(verdict.disposition == .review)
    #expect(verdict.gates.isEmpty)
    #expect(verdict.undetermined.first?.listEntries == [Self.entry])
  }

  @Test func aNumberThatAgreesIsLeftToTheRules() {
    #expect(screened(.number, forCompanies: false).disposition == .clear)
  }

  @Test func theOwnerIsLookedUpToo() throws {
    let verdict = screened(.name, forCompanies: true)
    #expect(verdict.undetermined.map(\.rule) == ["party-match"])
    #expect(verdict.undetermined.map(\.clause) == ["owner"])
    let fact = try #require(verdict.undetermined.first?.facts.first)
    #expect(fact.value("subject") == .text("owner"))
    #expect(fact.value("name") == .text("Quillfether LLC"))
    #expect(fact.value("digest") == .text("d"))
    #expect(verdict.disposition == .review)
  }

  @Test func rulesReadTheCandidates() {
    let header = RuleHeader.sample("reads-candidates")
    let rule = ScreeningRule(header: header) { input in
      let found = input.facts.contains { $0.kind == CandidateEntry.schema.kind }
      return RuleEvaluation(
        rule: header, answer: found ? .fires : .doesNotFire,
        matches: found
          ? [
            RuleMatch(sentence: "Found.", facts: [], listEntries: [], decayFrom: nil, since: nil)
          ] : [], undetermined: [])
    }
    let verdict = screened(.name, forCompanies: false, rules: [rule])
    #expect(verdict.findings.map(\.rule) == ["reads-candidates"])
  }
}
