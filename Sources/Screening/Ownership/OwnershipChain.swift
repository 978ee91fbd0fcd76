import Maritime

/// The steps from a company to the listed holders behind it, each with its row.
///
/// Only holdings that were counted before the company are told, so that a cycle never explains
/// itself.
struct OwnershipChain {
  /// So many companies are told at most (our own default); the rest is counted.
  static let limit = 50

  private let reach: OwnershipReach
  private let listings: [Int: CompanyListing]
  private(set) var sentences: [String] = []
  private(set) var evidence: [Evidence] = []
  /// When the last step began.
  private(set) var since: UTCTime?
  /// The listed holder with most behind it.
  private(set) var holder: CompanyReference?
  private var told: Set<Int> = []
  private var untold = 0

  init(
    from company: Int, through reach: OwnershipReach, owner: OwnershipReach.Owner,
    listings: [Int: CompanyListing]
  ) {
    self.reach = reach
    self.listings = listings
    tell(company, owner)
    holder = mainHolder(of: company, owner)
    if untold > 0 { sentences.append("and \(untold) more") }
  }

  /// The whole chain in one text.
  var text: String { sentences.joined(separator: "; ") }

  private mutating func tell(_ company: Int, _ owner: OwnershipReach.Owner) {
    guard told.insert(company).inserted else { return }
    guard sentences.count < Self.limit else {
      untold += 1
      return
    }
    let name = reach.graph.reference(company).description
    if reach.rounds[company][owner] == 0, let listing = listings[company] {
      sentences.append(listing.sentence(for: name))
      since = [since, listing.since].compactMap(\.self).max()
      return
    }
    let steps = steps(to: company, owner)
    sentences.append("\(name): \(steps.map(\.words).joined(separator: ", "))")
    for step in steps {
      guard let fact = step.holding?.fact else { continue }
      evidence += fact.header.evidence.filter { !evidence.contains($0) }
      since = [since, fact.header.span.start].compactMap(\.self).max()
    }
    for step in steps { tell(step.holder, step.owner) }
  }

  /// A holding that brings an owner to a company, or a name that the company shares.
  private struct Step {
    let holder: Int
    let owner: OwnershipReach.Owner
    let holding: HoldingGraph.Holding?
    let words: String
  }

  private func steps(to company: Int, _ owner: OwnershipReach.Owner) -> [Step] {
    let round = reach.rounds[company][owner] ?? 0
    let isByShares = reach.isOwned(company, by: owner)
    let holdings = reach.graph.holdings[company].compactMap { holding -> Step? in
      let counts = isByShares ? holding.role == "shareholder" : holding.role == "controller"
      guard counts, holding.holder != company,
        let own = self.owner(of: holding, owner, before: round)
      else { return nil }
      return Step(
        holder: holding.holder, owner: own, holding: holding,
        words: holding.words(by: reach.graph.reference(holding.holder).description))
    }
    guard holdings.isEmpty else {
      return holdings.sorted { ($0.holding?.share ?? 0) > ($1.holding?.share ?? 0) }
    }
    return reach.graph.namesakes[company].compactMap { other in
      guard (reach.rounds[other][owner] ?? .max) < round else { return nil }
      return Step(
        holder: other, owner: owner, holding: nil,
        words: "may be \(reach.graph.reference(other)), which has the same name")
    }
  }

  /// Who brings the owner to the holder: the owner itself, or for a company held together anybody.
  private func owner(
    of holding: HoldingGraph.Holding, _ owner: OwnershipReach.Owner, before round: Int
  ) -> OwnershipReach.Owner? {
    let own = reach.rounds[holding.holder]
    if let reached = own[owner] { return reached < round ? owner : nil }
    guard owner == holding.company, reach.countsAsJoint(holding) else { return nil }
    return own.filter { $0.value < round }.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private func mainHolder(of company: Int, _ owner: OwnershipReach.Owner) -> CompanyReference? {
    var (company, owner) = (company, owner)
    var seen: Set<Int> = []
    while seen.insert(company).inserted {
      if reach.rounds[company][owner] == 0 {
        return listings[company]?.reference ?? reach.graph.reference(company)
      }
      guard let step = steps(to: company, owner).first else { return nil }
      (company, owner) = (step.holder, step.owner)
    }
    return nil
  }
}

extension CompanyListing {
  /// Which entries name a company: each with its list, number and basis.
  func sentence(for name: String) -> String {
    let words = entries.map { entry in
      let since = entry.listedFrom.map { ", listed from \($0.dayDescription)" } ?? ""
      return "\(entry.name) of \(entry.list) (entry \(entry.entry), by \(entry.basis)\(since))"
    }
    return "\(name) \(isCertain ? "is" : "may be") \(words.joined(separator: " and "))"
  }

  /// The first day of the first entry, as far as known.
  fileprivate var since: UTCTime? { entries.map { $0.listedFrom ?? $0.published }.min() }
}

extension HoldingGraph.Holding {
  /// `60 % by Beta Holding (holdings.csv:3)`.
  fileprivate func words(by holder: String) -> String {
    let rows = fact.header.evidence.map { "\($0.file):\($0.line)" }.joined(separator: ", ")
    let place = rows.isEmpty ? "" : " (\(rows))"
    if role == "controller" { return "controlled by \(holder)\(place)" }
    let part = share.map { Quantity(.ratio, steps: $0).percent } ?? "a share that is not known"
    return "\(part) by \(holder)\(place)"
  }
}
