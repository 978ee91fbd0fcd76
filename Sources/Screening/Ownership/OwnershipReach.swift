import Maritime

/// How far designated holders reach through holdings, by one criterion.
///
/// A least fixpoint: whoever is listed is reached; so is a company of which those who are reached
/// hold enough. A cycle or a holding in oneself adds nothing to that. Where only the shares of one
/// person are added up, each reaches for itself; a company that several hold together by agreement
/// reaches on its own.
struct OwnershipReach: Sendable {
  /// Whose reach it is: one designated holder, a group, or all of them.
  typealias Owner = Int

  let graph: HoldingGraph
  let criterion: OwnershipCriterion
  /// Whether what is not known counts as it would be worst.
  let isPossible: Bool
  private let now: UTCTime
  private let shares: [[HeldShare]]
  /// The round in which each owner reached each company: the least number of holdings between.
  private(set) var rounds: [[Owner: Int]]

  /// Spreads from the listed companies.
  ///
  /// - Complexity: O(*h* · *o*), holdings and owners, for each round of a company's holders.
  init(
    from seeds: [Int], in graph: HoldingGraph, by criterion: OwnershipCriterion,
    isPossible: Bool, at now: UTCTime
  ) {
    self.graph = graph
    self.criterion = criterion
    self.isPossible = isPossible
    self.now = now
    shares = graph.holdings.map { HeldShare.all(of: $0, isPossible: isPossible) }
    rounds = Array(repeating: [:], count: graph.companies.count)
    var reached: [(company: Int, owner: Owner)] = []
    for seed in seeds {
      let owner = criterion.together == .all ? Self.everybody : seed
      rounds[seed][owner] = 0
      reached.append((seed, owner))
    }
    var round = 0
    while !reached.isEmpty {
      round += 1
      reached = next(after: reached)
      for (company, owner) in reached { rounds[company][owner] = round }
    }
  }

  /// The owner that stands for all designated holders.
  private static let everybody: Owner = -1

  /// Whether anybody reaches the company.
  func reaches(_ company: Int) -> Bool { !rounds[company].isEmpty }

  /// The owners that reach a company, those with most shares first.
  func owners(of company: Int) -> [Owner] {
    rounds[company].keys.sorted {
      let (a, b) = (share(of: $0, in: company), share(of: $1, in: company))
      if a != b { return a > b }
      return (rounds[company][$0] ?? 0, $0) < (rounds[company][$1] ?? 0, $1)
    }
  }

  /// The shares of a company that an owner has, in millionths.
  func share(of owner: Owner, in company: Int) -> Int64 {
    sum(in: company) { holder, isJoint in
      rounds[holder][owner] != nil || (owner == company && isJoint && reaches(holder))
    }
  }

  /// The most shares of a company that count together, whether or not they are enough.
  func greatestShare(in company: Int) -> Int64 {
    let owners = Set(graph.holdings[company].flatMap { rounds[$0.holder].keys })
    return (owners.sorted() + [company]).map { share(of: $0, in: company) }.max() ?? 0
  }

  private func next(after reached: [(company: Int, owner: Owner)]) -> [(Int, Owner)] {
    var asked: Set<Pair> = []
    for (holder, owner) in reached {
      for company in graph.held[holder] {
        asked.insert(Pair(company: company, owner: owner))
        if criterion.together == .joint { asked.insert(Pair(company: company, owner: company)) }
      }
      for name in isPossible ? graph.namesakeOf[holder] : [] {
        asked.insert(Pair(company: name, owner: owner))
      }
    }
    return asked.sorted().filter { rounds[$0.company][$0.owner] == nil && isReached($0) }
      .map { ($0.company, $0.owner) }
  }

  private struct Pair: Hashable, Comparable {
    let company: Int
    let owner: Owner

    static func < (a: Pair, b: Pair) -> Bool {
      (a.company, a.owner) < (b.company, b.owner)
    }
  }

  private func isReached(_ pair: Pair) -> Bool {
    if isOwned(pair.company, by: pair.owner) { return true }
    if isPossible, graph.namesakes[pair.company].contains(where: { rounds[$0][pair.owner] != nil })
    {
      return true
    }
    return criterion.control && isControlled(pair.company, by: pair.owner)
  }

  /// Whether an owner has shares enough.
  func isOwned(_ company: Int, by owner: Owner) -> Bool {
    criterion.isMet(by: share(of: owner, in: company), at: now)
  }

  /// Whether a holding may be one of several that act together.
  func countsAsJoint(_ holding: HoldingGraph.Holding) -> Bool {
    isPossible ? holding.isJoint != false : holding.isJoint == true
  }

  /// Whether somebody whom the owner reaches controls the company without a majority.
  func isControlled(_ company: Int, by owner: Owner) -> Bool {
    graph.holdings[company].contains {
      $0.role == "controller" && $0.holder != company && rounds[$0.holder][owner] != nil
    }
  }

  /// Adds up the shares of holders, each once however many rows there are.
  private func sum(in company: Int, of counts: (Int, Bool) -> Bool) -> Int64 {
    shares[company].reduce(0) { sum, held in
      held.holder != company && counts(held.holder, held.isJoint) ? sum + held.share : sum
    }
  }
}

/// What one holder has of a company.
private struct HeldShare {
  let holder: Int
  let isJoint: Bool
  let share: Int64

  /// Surely a holder has the greatest of its rows, possibly all of them together; an unknown share
  /// is possibly all that the others surely leave.
  static func all(of holdings: [HoldingGraph.Holding], isPossible: Bool) -> [HeldShare] {
    let rows = Dictionary(grouping: holdings.filter { $0.role == "shareholder" }, by: \.holder)
    let certain = rows.mapValues { $0.compactMap(\.share).max() ?? 0 }
    let given = certain.values.reduce(0, +)
    return rows.sorted { $0.key < $1.key }.map { holder, own in
      let sure = certain[holder] ?? 0
      guard isPossible else {
        return HeldShare(
          holder: holder, isJoint: own.contains { $0.isJoint == true }, share: sure)
      }
      let known = own.compactMap(\.share).reduce(0, +)
      let left = own.contains { $0.share == nil } ? max(0, whole - (given - sure)) : 0
      return HeldShare(
        holder: holder, isJoint: own.contains { $0.isJoint != false },
        share: min(whole, max(known, left)))
    }
  }
}

/// All shares of a company, in millionths.
private let whole: Int64 = 1_000_000
