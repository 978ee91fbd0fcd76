/// A listed name that may be the name that was looked for.
public struct NameMatch: Hashable, Sendable {
  /// The place of the name in `NameIndex.names`.
  public let name: Int
  /// The entry that has it.
  public let entry: Int
  /// From 0 to 100: 100 for equal names, 50 for as likely as not, ten for each nat of evidence.
  public let points: Int
}

/// Searches an index, one name after the other.
///
/// Keeps what it learnt about words and room to work in, so that every thread needs its own.
public struct NameSearcher: Sendable {
  /// The points from which a name is worth a look, unless the user says otherwise: even odds.
  public static let usualThreshold = 50

  let index: NameIndex
  let weights = MatchWeights.standard
  var shelves: [Designation.Kind: ShelfSearcher] = [:]

  /// Creates a searcher.
  public init(_ index: NameIndex) { self.index = index }

  /// Finds the entries with a name that is nearly `name`.
  ///
  /// Misses none: every listed name whose points reach the threshold is compared.
  ///
  /// - Parameters:
  ///   - name: The name, in any script.
  ///   - kind: What it is a name of; `nil` looks among names of all kinds.
  ///   - threshold: The least points.
  ///   - limit: How many entries to return at most.
  /// - Returns: Each entry once with its best name, by points, then by entry.
  public mutating func matches(
    _ name: String, kind: Designation.Kind?, threshold: Int = usualThreshold, limit: Int = 10
  ) -> [NameMatch] {
    let kinds = kind.map { [$0] } ?? Designation.Kind.allCases
    var found: [NameMatch] = []
    for kind in kinds {
      guard let shelf = index.kinds[kind] else { continue }
      var searcher = shelves.removeValue(forKey: kind) ?? ShelfSearcher(shelf, weights)
      found += searcher.matches(name, threshold: threshold).map { name, points in
        let place = Int(shelf.places[Int(name)])
        return NameMatch(name: place, entry: index.names[place].entry, points: points)
      }
      shelves[kind] = searcher
    }
    return best(found, limit)
  }

  private func best(_ found: [NameMatch], _ limit: Int) -> [NameMatch] {
    let ordered = found.sorted { ($1.points, $0.entry, $0.name) < ($0.points, $1.entry, $1.name) }
    var entries: Set<Int> = []
    var best: [NameMatch] = []
    for match in ordered where best.count < limit && entries.insert(match.entry).inserted {
      best.append(match)
    }
    return best
  }
}

/// Searches the names of one kind.
struct ShelfSearcher: Sendable {
  let shelf: NameShelf
  let weights: MatchWeights
  private var known: [[UInt8]: QueryWord] = [:]
  private var scan: CandidateScan
  var alignment = NameAlignment()

  /// So many words are remembered (our own default: a few megabytes).
  private static let mostKnown = 1 << 15

  init(_ shelf: NameShelf, _ weights: MatchWeights) {
    self.shelf = shelf
    self.weights = weights
    scan = CandidateScan(names: shelf.count, words: shelf.table.words.count)
  }

  /// The names that reach a threshold, with their points, in no order.
  mutating func matches(_ name: String, threshold: Int) -> [(name: Int32, points: Int)] {
    let query = words(of: name)
    guard !query.isEmpty else { return [] }
    let joined = joinedWords(query)
    scan.begin()
    for word in query {
      for near in word.near { scan.note(near.id, near.weight) }
      for half in word.halves {
        scan.note(half.first, half.weight)
        scan.note(half.second, 0)
      }
    }
    for pair in joined { scan.note(pair.id, pair.weight) }
    var candidates: [Int32] = []
    let bound = bound(of: query, joined, threshold: threshold)
    let plan = LookUpPlan(query, joined, in: shelf, weights, needed: bound.needed)
    if plan.needsAllNames {
      candidates = Array(0..<Int32(shelf.count))
    } else {
      for word in plan.words { scan.collect(word, in: shelf, bound, into: &candidates) }
    }
    var found: [(name: Int32, points: Int)] = []
    for name in candidates {
      let points = points(query, joined, name)
      if points >= threshold { found.append((name, points)) }
    }
    return found
  }

  private func bound(
    of query: [QueryWord], _ joined: [JoinedWords], threshold: Int
  ) -> CandidateScan.Query {
    let paying = query.count { !$0.isForm }
    return CandidateScan.Query(
      prior: weights.prior(of: shelf), needed: needed(for: threshold, query),
      words: Int32(query.count),
      // Two words that one listed word is made of both have their partner.
      payingWords: Int32(joined.isEmpty ? paying : 0),
      hasInitials: query.contains(where: \.isInitial), weights: weights)
  }

  /// The score that a name must reach to have as many points.
  ///
  /// Points are rounded towards zero, so a little less may do. Equal names reach every threshold,
  /// whatever they score.
  private func needed(for threshold: Int, _ query: [QueryWord]) -> Int32 {
    let equal =
      query.reduce(0) { $0 + Int($1.equal) } + Int(weights.prior(of: shelf))
      + Int(weights.word) * query.count
    // The least points are those of every name.
    return threshold <= 0 ? .min / 2 : Int32(min((threshold - 50) * 100 - 99, equal))
  }

  /// The points of every name, without the index: what `matches` is checked against.
  mutating func pointsOfAll(_ name: String) -> [Int] {
    let query = words(of: name)
    let joined = joinedWords(query)
    return (0..<Int32(shelf.count)).map { query.isEmpty ? 0 : points(query, joined, $0) }
  }

  private mutating func points(
    _ query: [QueryWord], _ joined: [JoinedWords], _ name: Int32
  ) -> Int {
    let score = alignment.score(query, joined, shelf.words(of: name), in: shelf, weights)
    return alignment.isEqual ? 100 : Self.points(score)
  }

  /// Fifty for even odds, ten for each nat.
  static func points(_ score: Int32) -> Int { min(99, max(0, 50 + Int(score) / 100)) }

  mutating func words(of name: String) -> [QueryWord] {
    NameWords(name, kind: shelf.kind).words.map { letters in
      if let word = known[letters] { return word }
      if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
      let word = QueryWord(letters, in: shelf, weights)
      known[letters] = word
      return word
    }
  }

  func joinedWords(_ query: [QueryWord]) -> [JoinedWords] {
    query.indices.dropLast().compactMap { first in
      let letters = query[first].letters + query[first + 1].letters
      guard let id = shelf.table.id(of: letters) else { return nil }
      let chance = shelf.size - thousandthsOfLogarithm(Int(shelf.table.frequencies[Int(id)]))
      return JoinedWords(first: first, id: id, weight: weights.weight(of: .joined, chance))
    }
  }
}
