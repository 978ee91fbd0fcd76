public import Maritime
import RuleLanguage
import Watchlists

/// Screens one company: the company itself, those above it, and every vessel that it owns, operates
/// or manages, alone or through companies that belong to it.
///
/// - Parameters:
///   - asked: The company, by a number or a name.
///   - vessels: The vessels that may be its own, with their facts, in any order.
///   - terms: The terms, whose fleet holds all facts.
/// - Returns: One verdict, which is as severe as the most severe of its parts.
public func screen(
  company asked: CompanyReference, vessels: [ScreeningSubject], under terms: ScreeningTerms
) -> Verdict {
  let file = CompanyFile(
    asked, facts: terms.fleet.all.filter { $0.header.span.start < terms.asOf },
    graph: terms.designatedHoldings.graph, at: terms.asOf)
  let own = vessels.compactMap { subject -> (parts: [String], subject: ScreeningSubject)? in
    guard subject.facts.contains(where: file.isNamed) else { return nil }
    let facts = subject.facts.filter { $0.header.span.start < terms.asOf }
    let state = VesselState(of: subject.vessel, facts: facts, at: terms.asOf)
    let parts = file.parts(in: VesselParty.all(of: state, facts, at: terms.asOf))
    return parts.isEmpty ? nil : (parts, subject)
  }
  let verdicts = screen(own.map(\.subject), under: terms)
  let fleet = zip(own, verdicts).map { CompanyRecord.Vessel(parts: $0.parts, verdict: $1) }
  return CompanyCase(file: file, asked: asked, terms: terms)
    .verdict(with: fleet.sorted(by: CompanyRecord.Vessel.isWorse))
}

/// A company with everything that rules ask about it.
private struct CompanyCase {
  let file: CompanyFile
  let terms: ScreeningTerms
  let facts: [Fact]
  let ties: [CompanyRecord.Tie]
  let candidates: [ListCandidate]
  let decided: DecidedCandidates
  let input: EvaluationInput

  init(file: CompanyFile, asked: CompanyReference, terms: ScreeningTerms) {
    self.file = file
    self.terms = terms
    ties = file.holdings.map { terms.tie($0.holding, level: $0.level) }
    var (open, decided): ([ListCandidate], DecidedCandidates) = ([], DecidedCandidates())
    for reference in file.references {
      let found = terms.candidates(ListSubject(company: reference))
      decided.add(found, as: "company", name: reference.description)
      open += found.filter { !$0.isSetAside }
    }
    decided.addHolders(above: file.company, under: terms)
    candidates = open.withoutRepeats
    self.decided = decided
    let header = FactHeader(
      vessel: .noVessel, span: TimeSpan(start: UTCTime(milliseconds: 0), end: nil), position: nil,
      source: "inferred", evidence: [], detector: nil)
    let ownership = terms.ownership(of: file, header)
    facts = ties.map(\.fact).withoutRepeats
    var state: [String: FactValue] = [:]
    state["imo"] = file.company.number.map(FactValue.text)
    state["name"] = file.company.name.map(FactValue.text)
    input = EvaluationInput(
      subject: .company(file.company), state: state, facts: facts + ownership,
      fleet: terms.fleet, now: terms.asOf, lists: { [lists = terms.lists] in lists($0, []) })
  }

  func verdict(with vessels: [CompanyRecord.Vessel]) -> Verdict {
    let fired = terms.companyRules.map { $0.evaluate(input) }
    let outcomes = fired.map { terms.exceptions.outcome(of: $0, at: terms.asOf) }
    let evaluations = outcomes.map(\.counted)
    let findings = evaluations.compactMap { Finding(of: $0, at: terms.asOf) }
    let open = Undetermined.ofCompany(
      file, ties: ties, candidates: candidates, evaluations: evaluations, vessels: vessels.count,
      terms: terms)
    let decision = Decision(findings, open, policy: terms.policy)
    let worst = vessels.first.flatMap { $0.verdict.disposition > decision.disposition ? $0 : nil }
    return Verdict(
      subject: VesselState(company: file.company), asOf: terms.asOf, knownAsOf: terms.knownAsOf,
      regimes: terms.regimes,
      disposition: worst?.verdict.disposition ?? decision.disposition,
      reason: worst?.reason ?? decision.reason, score: decision.card.score,
      level: decision.card.level,
      riskySince: ([decision.riskySince] + vessels.map(\.verdict.riskySince)).compactMap(\.self)
        .min(),
      gates: decision.gates, findings: findings.sorted(by: Finding.isReportedEarlier),
      groups: decision.card.groups, undetermined: open,
      suppressed: outcomes.flatMap { $0.findings(at: terms.asOf) },
      lapsedExceptions: outcomes.flatMap(\.lapsed).withoutRepeats,
      setAside: decided.setAside, lapsedDecisions: decided.lapsed,
      checked: CheckedRecord(
        of: fired, facts: input.facts,
        subject: ScreeningSubject(vessel: .noVessel, facts: [], positions: 0, observed: nil),
        terms: terms),
      nextChange: nil, digests: VerdictDigests(facts: input.facts, terms: terms),
      company: CompanyRecord(
        company: file.company,
        alsoKnownAs: file.references.filter { $0 != file.company }.sorted(), chain: ties,
        vessels: vessels))
  }
}

extension ScreeningTerms {
  /// Whom the company belongs to, and any list that names it by a number.
  fileprivate func ownership(of file: CompanyFile, _ header: FactHeader) -> [Fact] {
    let reached = file.references.lazy.map {
      designatedHoldings.facts(about: $0, as: "subject", header)
    }.first { !$0.isEmpty }
    let others = Set(regimes.isEmpty ? checkedLists.flatMap(\.current.regimes) : regimes)
      .subtracting(policy.ownership.keys).sorted()
    let frozen = others.compactMap { regime in
      listing(of: file, regime: regime, mustFreeze: true).map {
        fact(of: $0, file.company, regime: regime, header)
      }
    }
    if reached?.isEmpty != false, frozen.isEmpty,
      let other = listing(of: file, regime: "any-designated", mustFreeze: false)
    {
      return [fact(of: other, file.company, regime: "other", header)]
    }
    return (reached ?? []) + frozen
  }

  private func listing(
    of file: CompanyFile, regime: String, mustFreeze: Bool
  ) -> CompanyListing? {
    let question = ListingQuestion(
      regime: regime, now: asOf, lists: lists, candidates: candidates, mustFreeze: mustFreeze)
    let answer = question.answer(about: file.references)
    return answer.isCertain ? answer : nil
  }

  private func fact(
    of listing: CompanyListing, _ company: CompanyReference, regime: String, _ header: FactHeader
  ) -> Fact {
    let since = listing.entries.map { $0.listedFrom ?? $0.published }.min() ?? header.span.start
    let latest = UTCTime(milliseconds: asOf.milliseconds - 1000)
    return DesignatedOwnership.schema.fact(
      DesignatedOwnership(
        role: "subject", company: company, regime: regime, basis: "listed", isCertain: true,
        holder: listing.reference ?? company, levels: 0,
        chain: listing.sentence(for: company.description)),
      FactHeader(
        vessel: .noVessel, span: TimeSpan(start: min(since, latest), end: nil), position: nil,
        source: header.source, evidence: [], detector: nil))
  }

  /// A holding with what lists say of the holder.
  fileprivate func tie(_ holding: HoldingGraph.Holding, level: Int) -> CompanyRecord.Tie {
    let graph = designatedHoldings.graph
    let names = regimes.isEmpty ? ["any-designated"] : regimes
    let listings = names.map {
      ListingQuestion(
        regime: $0, now: asOf, lists: lists, candidates: candidates, mustFreeze: false
      ).listing(of: graph.companies[holding.holder])
    }
    let listing = listings.first(where: \.isCertain) ?? listings.first(where: \.isAny) ?? .none
    return CompanyRecord.Tie(
      company: graph.reference(holding.company), holder: graph.reference(holding.holder),
      role: holding.role, share: holding.share, level: level, fact: holding.fact,
      listEntries: listing.entries, isListed: listing.isCertain)
  }
}

extension CompanyRecord.Vessel {
  /// The order of reports: the worst first, then by number.
  fileprivate static func isWorse(_ a: Self, _ b: Self) -> Bool {
    if a.verdict.disposition != b.verdict.disposition {
      return a.verdict.disposition > b.verdict.disposition
    }
    return a.verdict.subject.vessel < b.verdict.subject.vessel
  }

  /// Why the vessel decides the verdict on its company.
  fileprivate var reason: String {
    let name = [verdict.subject.name, verdict.subject.vessel.description].compactMap(\.self)
    return "Its vessel \(name.joined(separator: ", ")) (\(parts.joined(separator: ", "))) is"
      + " \(verdict.disposition.rawValue). \(verdict.reason)"
  }
}
