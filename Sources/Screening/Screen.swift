import Maritime
import RuleLanguage

/// Screens one vessel: facts and rules become a verdict.
///
/// A pure function: the same subject and terms give the same verdict, whatever the order of facts,
/// rules and lists. `docs/verdict.md` explains each step.
///
/// - Complexity: one evaluation of each rule.
public func screen(_ subject: ScreeningSubject, under terms: ScreeningTerms) -> Verdict {
  let given = ScreeningCase(subject, under: terms)
  return given.verdict(of: terms.evaluations(of: [given.input]).flatMap(\.self), under: terms)
}

/// Screens vessels together, which is faster and gives each the verdict that it has alone.
///
/// - Returns: One verdict a subject, in their order.
public func screen(_ subjects: [ScreeningSubject], under terms: ScreeningTerms) -> [Verdict] {
  let cases = subjects.map { ScreeningCase($0, under: terms) }
  return zip(cases, terms.evaluations(of: cases.map(\.input))).map { given, evaluations in
    given.verdict(of: evaluations, under: terms)
  }
}

/// A vessel with everything that rules ask about it.
private struct ScreeningCase {
  let subject: ScreeningSubject
  let state: VesselState
  let facts: [Fact]
  let candidates: VesselCandidates
  let ownership: [Fact]
  let input: EvaluationInput

  init(_ subject: ScreeningSubject, under terms: ScreeningTerms) {
    self.subject = subject
    state = VesselState(of: subject.vessel, facts: subject.facts, at: terms.asOf)
    facts = subject.facts.filter { $0.header.span.start < terms.asOf }.inFileOrder()
    candidates = VesselCandidates(of: state, facts: facts, terms: terms)
    ownership = terms.designatedHoldings.facts(of: state, facts, at: terms.asOf)
    input = EvaluationInput(
      vessel: state.vessel, state: state.fields, facts: facts + candidates.facts + ownership,
      fleet: terms.fleet.all.isEmpty ? nil : terms.fleet, now: terms.asOf,
      lists: lists(of: state, candidates, under: terms))
  }

  func verdict(of own: [RuleEvaluation], under terms: ScreeningTerms) -> Verdict {
    let fired = (own + terms.fleetAnswers.evaluations(for: state.vessel))
      .sorted { $0.rule.id < $1.rule.id }
    let outcomes = fired.map { terms.exceptions.outcome(of: $0, at: terms.asOf) }
    let evaluations = outcomes.map(\.counted)
    let findings = evaluations.compactMap { Finding(of: $0, at: terms.asOf) }
    let undetermined = Undetermined.all(
      of: evaluations, state: state, facts: facts, candidates: candidates, subject: subject,
      terms: terms)
    let decision = Decision(findings, undetermined, policy: terms.policy)
    return Verdict(
      subject: state, asOf: terms.asOf, knownAsOf: terms.knownAsOf, regimes: terms.regimes,
      disposition: decision.disposition, reason: decision.reason, score: decision.card.score,
      level: decision.card.level, riskySince: decision.riskySince, gates: decision.gates,
      findings: findings.sorted(by: Finding.isReportedEarlier), groups: decision.card.groups,
      undetermined: undetermined, suppressed: outcomes.flatMap { $0.findings(at: terms.asOf) },
      lapsedExceptions: outcomes.flatMap(\.lapsed).withoutRepeats,
      setAside: candidates.decided.setAside, lapsedDecisions: candidates.decided.lapsed,
      checked: CheckedRecord(of: fired, facts: facts, subject: subject, terms: terms),
      nextChange: NextChange(after: decision, evaluations, terms: terms),
      digests: VerdictDigests(facts: facts, terms: terms))
  }
}

/// The lists, told the names of the vessel that is screened; those of others are not known here.
///
/// What somebody decided counts for the vessel and its companies, of which the verdict shows it.
private func lists(
  of state: VesselState, _ candidates: VesselCandidates, under terms: ScreeningTerms
) -> @Sendable (ListQuery) -> ListAnswer {
  { [lists = terms.lists, except = candidates.except] query in
    var query = query
    if let entries = except[query.subject] { query.except = entries }
    return lists(query, query.subject == .vessel(state.vessel) ? state.names : [])
  }
}

extension ExceptionBook.Outcome {
  /// The findings that exceptions keep from counting, in the order of the exceptions.
  func findings(at now: UTCTime) -> [SuppressedFinding] {
    suppressed.map { SuppressedFinding(counted.rule, $0.matches, $0.exception, at: now) }
  }
}

extension Finding {
  /// The finding of a rule that fired or counts as fired; `nil` for any other.
  init?(of evaluation: RuleEvaluation, at now: UTCTime) {
    switch evaluation.answer {
    case .fires: self.init(evaluation, at: now)
    case .unknown where evaluation.rule.countsWhenUnknown: self.init(assuming: evaluation)
    case .unknown, .doesNotFire: return nil
    }
  }

  /// The order of reports: gates, then most points, then by rule; shadow rules last.
  static func isReportedEarlier(_ a: Finding, _ b: Finding) -> Bool {
    if a.counts != b.counts { return a.counts }
    if a.isGate != b.isGate { return a.isGate }
    if a.points != b.points { return a.points > b.points }
    return a.rule < b.rule
  }
}

extension RuleHeader {
  /// Whether the rule counts as fired when it cannot be decided.
  var countsWhenUnknown: Bool { onUnknown == .fire && status != .shadow }
}

extension CheckedRecord {
  init(
    of evaluations: [RuleEvaluation], facts: [Fact], subject: ScreeningSubject,
    terms: ScreeningTerms
  ) {
    self.init(
      lists: terms.checkedLists,
      rules: evaluations.map {
        RuleAnswer(rule: $0.rule.id, version: $0.rule.version, answer: $0.answer)
      },
      rulesLeftOut: terms.rulesLeftOut,
      window: TimeSpan(start: terms.windowStart, end: terms.asOf), observed: subject.observed,
      positions: subject.positions, facts: facts.count)
  }
}

extension VerdictDigests {
  init(facts: [Fact], terms: ScreeningTerms) {
    let ids = facts.sortedIDs + terms.designatedHoldings.factIDs
    self.init(
      engine: terms.engine.version, rules: terms.rulesDigest, policy: terms.policy.digest,
      lists: terms.listsDigest, facts: Digest(ofParts: ids).description,
      gazetteer: terms.engine.gazetteer, exceptions: terms.exceptions.digest,
      decisions: terms.decisionsDigest)
  }
}
