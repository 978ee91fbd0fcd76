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

  /// Facts that start at `now` or later could not be seen.
  init(_ facts: [Fact], now: UTCTime) {
    let seen = facts.lazy.filter { $0.header.span.start < now }
      .map { ObservedFact($0, now: now) }.sorted()
    all = Ordered(seen)
    byKind = Dictionary(grouping: seen, by: \.fact.kind.name).mapValues(Ordered.init)
  }

  func of(_ kind: FactKind) -> Ordered { of(kind: kind.name) }

  func of(kind: String) -> Ordered { byKind[kind] ?? Ordered([]) }
}
