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
    _ certainty: ListCandidate.Certainty, forCompanies: Bool, rules: [ScreeningRule] = [],
    ruling: EntryRuling? = nil,
    lists: @escaping @Sendable (ListQuery) -> ListAnswer = { _ in .notListed }
  ) -> Verdict {
    let papers = Fact.sampleIdentity(of: ship, from: "2025-01-01") {
      $0.name = "MAIA-1"
      $0.owner = "Quillfether LLC"
    }
    let terms = ScreeningTerms(
      rules: rules, policy: .standard, asOf: asOf, knownAsOf: asOf, regimes: [],
      lists: { query, _ in lists(query) },
      candidates: { subject in
        (subject.vessel == nil) == forCompanies
          ? [.sample(Self.entry, certainty, ruling: ruling)] : []
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

  private static let decision = EntryDecision(
    entry: ListEntryKey(list: "ofac-sdn", entry: "1"), listedName: "QUILLFEATHER LLC",
    identity: EntryIdentity(of: ListCandidate.sample(entry, .name).designation),
    subject: .companyName("Quillfether LLC"), reason: "another owner", approver: "J. Silva",
    decided: utc("2026-01-31"), expires: utc("2026-12-31"), file: "d.yaml", line: 4)

  @Test(arguments: [false, true])
  func whatADecisionSetsAsideIsShownAndAsksNothing(_ forCompanies: Bool) throws {
    let verdict = screened(.name, forCompanies: forCompanies, ruling: .setAside(Self.decision))
    #expect(verdict.undetermined == [])
    #expect(verdict.disposition == .clear)
    let shown = try #require(verdict.setAside.first)
    #expect(shown.subject == (forCompanies ? "owner" : "vessel"))
    #expect(shown.name == (forCompanies ? "Quillfether LLC" : "MAIA-1"))
    #expect(shown.entry == Self.entry && shown.decision == Self.decision && shown.points == 80)
    #expect(verdict.lapsedDecisions == [])
  }

  @Test func aDecisionThatDoesNotHoldIsShownAndTheQuestionStays() {
    let ruling = EntryRuling.lapsed(Self.decision, reason: "expired on 2026-02-01")
    let verdict = screened(.name, forCompanies: false, ruling: ruling)
    #expect(verdict.undetermined.map(\.rule) == ["name-match"])
    #expect(verdict.disposition == .review)
    #expect(verdict.setAside == [])
    #expect(verdict.lapsedDecisions.map(\.decision) == [Self.decision])
    #expect(verdict.lapsedDecisions.map(\.reason) == ["expired on 2026-02-01"])
  }

  /// A rule asks the lists about the vessel without the entries that are set aside.
  @Test func rulesDoNotMeetWhatIsSetAside() {
    let header = RuleHeader.sample("on-a-list", points: 40)
    let rule = ScreeningRule(header: header) { input in
      let query = ListQuery(vessel: ship, list: "us", time: input.now)
      guard case .listed(let entries) = input.lists(query) else {
        return RuleEvaluation(rule: header, answer: .doesNotFire, matches: [], undetermined: [])
      }
      return RuleEvaluation(
        rule: header, answer: .fires,
        matches: [
          RuleMatch(
            sentence: "Listed.", facts: [], listEntries: entries, decayFrom: nil, since: nil)
        ], undetermined: [])
    }
    let lists: @Sendable (ListQuery) -> ListAnswer = { query in
      query.except.contains(ListEntryKey(list: "ofac-sdn", entry: "1"))
        ? .notListed : .listed([Self.entry])
    }
    let listed = screened(.number, forCompanies: false, rules: [rule], lists: lists)
    #expect(listed.findings.map(\.rule) == ["on-a-list"])
    let aside = screened(
      .number, forCompanies: false, rules: [rule], ruling: .setAside(Self.decision), lists: lists)
    #expect(aside.findings.isEmpty)
    #expect(aside.setAside.count == 1)
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
