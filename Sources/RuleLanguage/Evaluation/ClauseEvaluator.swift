import Maritime

/// Answers clauses about one fact, or about the vessel.
struct ClauseEvaluator {
  let context: EvaluationContext
  /// The fact that fields without a name belong to; `nil` for the vessel.
  let current: ObservedFact?

  func judge(_ tree: ClauseTree) -> Judgement {
    switch tree {
    case .clause(let clause): judge(clause)
    case .all(let parts): judge(parts)
    case .any(let parts): .any(parts.map(judge))
    case .none(let parts): Judgement.any(parts.map(judge)).negated
    case .atLeast(let count, let parts): .atLeast(count, parts.map(judge))
    }
  }

  /// Stops at the first that is false: what the others say then has no place in the answer.
  ///
  /// A probe hears them all.
  func judge(_ trees: [ClauseTree]) -> Judgement {
    var all = Judgement.yes
    for tree in trees {
      let part = judge(tree)
      if part.truth == .no, context.probe == nil { return .no }
      all.add(part)
    }
    return all.settled
  }

  func judge(_ clause: Clause) -> Judgement {
    let own = decide(clause)
    return context.probe?.answer(of: clause, about: current?.fact, own) ?? own
  }

  private func decide(_ clause: Clause) -> Judgement {
    let answer = answer(clause.form)
    switch answer {
    case .decided(let truth, let entries):
      let isTrue = clause.isNegated ? !truth : truth
      return Judgement(
        truth: Truth(isTrue), entries: isTrue && !clause.isNegated ? entries : [])
    case .missing(let missing):
      return Judgement(
        truth: .unknown,
        unknowns: [
          UnknownClause(
            text: clause.text, span: clause.place, missing: missing, fact: fact(of: clause))
        ])
    }
  }

  /// The answer alone, for those who need no reasons.
  func truth(of form: Clause.Form) -> Truth {
    switch answer(form) {
    case .decided(let isTrue, _): Truth(isTrue)
    case .missing: .unknown
    }
  }

  /// The fact to show beside a clause: the current one, or the one that the clause names.
  private func fact(of clause: Clause) -> ObservedFact? {
    current ?? clause.names.sorted().first.flatMap { context.names[$0] }
  }

  private enum Answer {
    case decided(Bool, entries: [ListEntryReference] = [])
    case missing(Missing)
  }

  private func answer(_ form: Clause.Form) -> Answer {
    do {
      return switch form {
      case .compare(let left, let comparison, let right):
        .decided(try compare(try value(left), comparison, try value(right)))
      case .oneOf(let subject, let members):
        .decided(try isOne(try value(subject), of: members))
      case .memberOf(let subject, let set, let time):
        .decided(try isMember(try value(subject), of: set, at: try value(time)))
      case .between(let subject, let low, let high):
        .decided(try isBetween(try value(subject), try value(low), try value(high)))
      case .known(let subject): .decided(isKnown(subject))
      case .inside(let subject, let zone): .decided(zone.contains(try position(subject)))
      case .near(let subject, let distance, let place):
        .decided(try isNear(try position(subject), try value(distance), place))
      case .listed(let subject, let list, let time): try listed(subject, list, time)
      }
    } catch {
      return .missing(error)
    }
  }

  private func isKnown(_ subject: Expression) -> Bool {
    if case .success = Result(catching: { () throws(Missing) in try value(subject) }) {
      true
    } else {
      false
    }
  }

  private func listed(
    _ subject: Expression, _ list: String, _ time: Expression
  ) throws(Missing) -> Answer {
    guard let subject = try value(subject).listSubject, case .time(let time) = try value(time)
    else { return .decided(false) }
    return switch context.input.lists(ListQuery(subject, list: list, time: time)) {
    case .listed(let entries): .decided(true, entries: entries)
    case .notListed: .decided(false)
    case .unknown(let reason, let entries): .missing(.list(reason: reason, entries: entries))
    }
  }
}

extension ClauseEvaluator {
  private func compare(
    _ a: FactValue, _ comparison: Comparison, _ b: FactValue
  ) throws(Missing) -> Bool {
    try requireOneCurrency(a, b)
    return switch comparison {
    case .equal: try isEqual(a, b)
    case .notEqual: try !isEqual(a, b)
    case .less: b.isGreater(than: a)
    case .lessOrEqual: !a.isGreater(than: b)
    case .greater: a.isGreater(than: b)
    case .greaterOrEqual: !b.isGreater(than: a)
    }
  }

  private func isEqual(_ a: FactValue, _ b: FactValue) throws(Missing) -> Bool {
    switch (a, b) {
    case (.port(let x), .port(let y)): return x.code == y.code
    case (.vessel(let x), .vessel(let y)):
      if let first = x.imo, let second = y.imo { return first == second }
      if let first = x.mmsi, let second = y.mmsi { return first == second }
      throw .commonIdentifier
    case (.company(let x), .company(let y)):
      guard let isSame = x.isSame(as: y) else { throw .commonIdentifier }
      return isSame
    case (.quantity(let x), .quantity(let y)):
      return x.steps(in: .ratio) == y.steps(in: .ratio)
    default: return a == b
    }
  }

  private func isOne(_ value: FactValue, of members: [FactValue]) throws(Missing) -> Bool {
    for member in members {
      try requireOneCurrency(value, member)
      if try isEqual(value, member) { return true }
    }
    return false
  }

  private func isMember(
    _ value: FactValue, of set: ListedValues, at time: FactValue
  ) throws(Missing) -> Bool {
    guard case .time(let time) = time else { return false }
    return try isOne(value, of: set.members.filter { $0.holds(at: time) }.map(\.value))
  }

  private func isBetween(
    _ value: FactValue, _ low: FactValue, _ high: FactValue
  ) throws(Missing) -> Bool {
    try requireOneCurrency(value, low)
    try requireOneCurrency(value, high)
    return !low.isGreater(than: value) && !value.isGreater(than: high)
  }

  /// Whatever a rate makes of two currencies, it is not in the facts.
  private func requireOneCurrency(_ a: FactValue, _ b: FactValue) throws(Missing) {
    guard case .money(let x) = a, case .money(let y) = b, x.currency != y.currency else { return }
    throw .currency(x.currency, other: y.currency)
  }

  private func position(_ subject: Expression) throws(Missing) -> Coordinate {
    guard case .position(let point) = try value(subject) else { throw .arithmetic }
    return point
  }

  private func isNear(
    _ point: Coordinate, _ distance: FactValue, _ place: Clause.Place
  ) throws(Missing) -> Bool {
    guard case .quantity(let limit) = distance else { throw .arithmetic }
    let metres = Double(limit.steps) / 1000
    return switch place {
    case .zone(let zone): zone.isWithin(metres, of: point)
    case .ports(let ports): ports.contains { $0.isWithin(metres, of: point) }
    case .position(let other): try position(other).distance(to: point) <= metres
    }
  }
}

extension FactValue {
  /// Whom a watchlist can be asked about; `nil` for any other value.
  fileprivate var listSubject: ListQuery.Subject? {
    switch self {
    case .vessel(let vessel): .vessel(vessel)
    case .company(let company): .company(company)
    default: nil
    }
  }

  /// Whether this time or quantity is the greater; false for values without an order.
  func isGreater(than other: FactValue) -> Bool {
    switch (self, other) {
    case (.time(let a), .time(let b)): a > b
    // A count and a plain number meet in millionths; other dimensions never meet.
    case (.quantity(let a), .quantity(let b)): a.steps(in: .ratio) > b.steps(in: .ratio)
    case (.money(let a), .money(let b)): a.currency == b.currency && a.minor > b.minor
    default: false
    }
  }
}
