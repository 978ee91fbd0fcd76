import Maritime
import Watchlists

/// What the criteria of each regime come to for the companies of a run.
///
/// Made once for all vessels. Without holdings only the companies themselves are asked about.
struct DesignatedHoldings: Sendable {
  /// The holdings in force.
  let graph: HoldingGraph
  private let regimes: [Regime]

  /// One regime's answers.
  private struct Regime: Sendable {
    let question: ListingQuestion
    let criterion: OwnershipCriterion
    let listings: [Int: CompanyListing]
    let certain: OwnershipReach
    let possible: OwnershipReach
  }

  /// Asks the lists of each regime about every company that has a part in another.
  init(
    _ facts: [Fact], criteria: [String: OwnershipCriterion], regimes chosen: [String],
    at now: UTCTime, lists: @escaping @Sendable (ListQuery, [String]) -> ListAnswer,
    candidates: @escaping @Sendable (ListSubject) -> [ListCandidate]
  ) {
    let graph = HoldingGraph(facts, at: now)
    self.graph = graph
    let wanted = criteria.keys.sorted().filter { chosen.isEmpty || chosen.contains($0) }
    regimes = wanted.compactMap { name in
      guard let criterion = criteria[name] else { return nil }
      let question = ListingQuestion(
        regime: name, now: now, lists: lists, candidates: candidates)
      var listings: [Int: CompanyListing] = [:]
      for (place, references) in graph.companies.enumerated() {
        let listing = question.listing(of: references)
        if listing.isAny { listings[place] = listing }
      }
      func reach(_ places: [Int], isPossible: Bool) -> OwnershipReach {
        OwnershipReach(
          from: places.sorted(), in: graph, by: criterion, isPossible: isPossible, at: now)
      }
      return Regime(
        question: question, criterion: criterion, listings: listings,
        certain: reach(
          listings.filter { $0.value.isCertain }.map(\.key), isPossible: false),
        possible: reach(Array(listings.keys), isPossible: true))
    }
  }

  /// The ids of the holdings in force, sorted.
  var factIDs: [String] { graph.holdings.joined().map(\.fact).sortedIDs }

  /// Whom a company with a part in a vessel, or the one that is screened, belongs to.
  ///
  /// - Parameters:
  ///   - company: The company.
  ///   - role: Its part.
  ///   - header: The vessel, the source and the rows that tell of the part.
  /// - Returns: At most one fact a regime. That the company itself may be listed by its name is
  ///   asked elsewhere and is no fact here.
  func facts(
    about company: CompanyReference, as role: String, _ header: FactHeader
  ) -> [Fact] {
    regimes.compactMap { regime in
      guard var found = conclusion(about: company, regime) else { return nil }
      found.ownership.role = role
      found.ownership.company = company
      let start = max(header.span.start, found.since ?? header.span.start)
      let latest = UTCTime(milliseconds: regime.question.now.milliseconds - 1000)
      return DesignatedOwnership.schema.fact(
        found.ownership,
        FactHeader(
          vessel: header.vessel, span: TimeSpan(start: min(start, latest), end: nil),
          position: nil, source: header.source,
          evidence: header.evidence + found.evidence.filter { !header.evidence.contains($0) },
          detector: regime.criterion.detector))
    }
  }

  private struct Conclusion {
    var ownership: DesignatedOwnership
    let evidence: [Evidence]
    let since: UTCTime?
  }

  private func conclusion(about company: CompanyReference, _ regime: Regime) -> Conclusion? {
    let place = graph.place(of: company)
    let own = regime.question.answer(about: [company])
    let listing = own.isCertain ? own : place.flatMap { regime.listings[$0] } ?? .none
    if listing.isCertain { return listed(company, listing, regime) }
    guard let place else { return nil }
    if let owner = regime.certain.owners(of: place).first {
      return reached(place, owner, regime.certain, regime)
    }
    guard !listing.isAny, let owner = regime.possible.owners(of: place).first else { return nil }
    return reached(place, owner, regime.possible, regime)
  }

  private func listed(
    _ company: CompanyReference, _ listing: CompanyListing, _ regime: Regime
  ) -> Conclusion {
    let since = listing.entries.map { $0.listedFrom ?? $0.published }.min()
    return Conclusion(
      ownership: DesignatedOwnership(
        role: "subject", company: company, regime: regime.question.regime, basis: "listed",
        isCertain: true, holder: listing.reference ?? company, levels: 0,
        chain: listing.sentence(for: company.description)),
      evidence: [], since: since)
  }

  private func reached(
    _ place: Int, _ owner: OwnershipReach.Owner, _ reach: OwnershipReach, _ regime: Regime
  ) -> Conclusion? {
    let chain = OwnershipChain(
      from: place, through: reach, owner: owner, listings: regime.listings)
    let company = graph.reference(place)
    var ownership = DesignatedOwnership(
      role: "subject", company: company, regime: regime.question.regime,
      basis: reach.isOwned(place, by: owner) ? "owned" : "controlled",
      isCertain: !reach.isPossible, holder: chain.holder ?? company,
      levels: reach.rounds[place][owner] ?? 0, chain: chain.text)
    ownership.share = regime.certain.greatestShare(in: place)
    ownership.possibleShare = regime.possible.greatestShare(in: place)
    return Conclusion(ownership: ownership, evidence: chain.evidence, since: chain.since)
  }
}
