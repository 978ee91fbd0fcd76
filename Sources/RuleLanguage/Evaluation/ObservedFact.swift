import Maritime

/// A fact as it could be seen at the as-of instant.
struct ObservedFact: Hashable, Sendable {
  let fact: Fact
  let start: UTCTime
  /// The end, or the as-of instant while the fact goes on: nothing looks into the future.
  let end: UTCTime
  /// Whether it was still going on.
  let isOpen: Bool

  init(_ fact: Fact, now: UTCTime) {
    self.fact = fact
    start = fact.header.span.start
    let knownEnd = fact.header.span.end.flatMap { $0 <= now ? $0 : nil }
    end = knownEnd ?? max(now, start)
    isOpen = knownEnd == nil
  }

  /// The value of a common field or of one of the kind's own; `nil` when not known.
  func value(_ field: String) -> FactValue? {
    value(at: Place(of: field, in: fact.kind))
  }

  /// Where the value of a field stands in the facts of one kind.
  enum Place {
    case own(Int)
    case start, end, duration, position, source, vessel
    case nowhere

    init(of field: String, in kind: FactKind) {
      if let own = kind.index(of: field) {
        self = .own(own)
        return
      }
      self =
        switch field {
        case "start": .start
        case "end": .end
        case "duration": .duration
        case "start_position": .position
        case "source": .source
        case "of_vessel": .vessel
        default: .nowhere
        }
    }
  }

  /// The value at a place; `nil` when not known.
  func value(at place: Place) -> FactValue? {
    switch place {
    case .own(let index): fact.values[index]
    case .start: .time(start)
    case .end: .time(end)
    case .duration: .quantity(.duration(milliseconds: end - start))
    case .position: fact.header.position.map(FactValue.position)
    case .source: .text(fact.header.source)
    case .vessel: .vessel(fact.header.vessel)
    case .nowhere: nil
    }
  }
}

extension ObservedFact: Comparable {
  /// The order of a sequence's steps: (start, end, kind, id).
  static func < (a: ObservedFact, b: ObservedFact) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    if a.fact.kind.name != b.fact.kind.name { return a.fact.kind.name < b.fact.kind.name }
    return a.fact.id < b.fact.id
  }
}
