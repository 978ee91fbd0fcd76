import Maritime

/// The facts of one vessel as they could be seen at the as-of instant, put in order once for all
/// rules.
struct ObservedFacts: Sendable {
  /// Facts in the order of `ObservedFact`, with the earliest end among them.
  struct Ordered: Sendable {
    let facts: [ObservedFact]
    private let earliestEnd: UTCTime?

    init(_ facts: [ObservedFact]) {
      self.facts = facts
      earliestEnd = facts.lazy.map(\.end).min()
    }

    /// The facts that a window which starts at `start` has: an open one ends at the as-of instant.
    func endingAtOrAfter(_ start: UTCTime) -> [ObservedFact] {
      guard let earliestEnd, earliestEnd < start else { return facts }
      return facts.filter { $0.end >= start }
    }
  }

  let all: Ordered
  private let byKind: [String: Ordered]
  private static let none = Ordered([])

  /// Facts that start at `now` or later could not be seen.
  init(_ facts: [Fact], now: UTCTime) {
    let seen = facts.filter { $0.header.span.start < now }.map { ObservedFact($0, now: now) }
      .inOrder()
    all = Ordered(seen)
    byKind = Self.grouped(seen).mapValues(Ordered.init)
  }

  func of(_ kind: FactKind) -> Ordered { of(kind: kind.name) }

  func of(kind: String) -> Ordered { byKind[kind] ?? Self.none }

  /// An array grows faster beside a dictionary than in it.
  private static func grouped(_ facts: [ObservedFact]) -> [String: [ObservedFact]] {
    var places: [String: Int] = [:]
    var groups: [[ObservedFact]] = []
    for fact in facts {
      let kind = fact.fact.kind.name
      if let place = places[kind] {
        groups[place].append(fact)
      } else {
        places[kind] = groups.count
        groups.append([fact])
      }
    }
    return places.mapValues { groups[$0] }
  }
}

extension Array where Element == ObservedFact {
  /// The same as `sorted()`; what decides most comparisons is read once for each fact.
  func inOrder() -> [ObservedFact] {
    if zip(self, dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
    let places = indices.map { (start: self[$0].start, end: self[$0].end, index: $0) }
    return places.sorted { a, b in
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end < b.end }
      return self[a.index] < self[b.index]
    }.map { self[$0.index] }
  }
}
