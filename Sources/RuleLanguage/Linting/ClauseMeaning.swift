import Maritime

/// What a clause says, in a form in which two clauses can be compared.
struct ClauseMeaning: Hashable, Sendable {
  /// What the clause looks at.
  enum Subject: Hashable, Sendable {
    case value(Expression)
    /// The sign of the difference of two values.
    case order(Expression, Expression)
    case distance(Expression, Clause.Place)
    /// Whether a value is known.
    case knowledge(Expression)
    /// A question of which only the answer counts.
    case answer(Clause.Form)
  }

  let subject: Subject
  /// What it lets through.
  let set: ValueSet

  /// Whether a case that meets this clause meets the other; a missing value meets neither.
  func implies(_ other: ClauseMeaning) -> Bool {
    subject == other.subject && set.isSubset(of: other.set)
  }

  /// Whether no case can meet both.
  func excludes(_ other: ClauseMeaning) -> Bool {
    if subject == other.subject { return set.intersection(other.set)?.isEmpty == true }
    return isBlind(to: other) || other.isBlind(to: self)
  }

  /// Whether this asks for a value to be missing that the other needs.
  private func isBlind(to other: ClauseMeaning) -> Bool {
    guard case .knowledge(let value) = subject, set == .yes.complement,
      case .value(value) = other.subject
    else { return false }
    return true
  }
}

extension Clause {
  /// What the clause says; equal meanings are met by the same cases.
  var meaning: ClauseMeaning {
    let plain = plainMeaning
    return isNegated
      ? ClauseMeaning(subject: plain.subject, set: plain.set.complement) : plain
  }

  private var plainMeaning: ClauseMeaning {
    switch form {
    case .compare(let left, let comparison, let right):
      if let limit = right.constant {
        return ClauseMeaning(subject: .value(left), set: comparison.set(limit))
      }
      if let limit = left.constant {
        return ClauseMeaning(subject: .value(right), set: comparison.flipped.set(limit))
      }
      return ClauseMeaning(
        subject: .order(left, right), set: .ordered(comparison.intervals(around: 0)))
    case .oneOf(let value, let members):
      return ClauseMeaning(
        subject: .value(value),
        set: .members(Set(members.map(\.withoutPortName)), isComplement: false))
    case .between(let value, let low, let high):
      guard let a = low.constant?.number, let b = high.constant?.number, a <= b else { break }
      return ClauseMeaning(subject: .value(value), set: .ordered(IntervalSet(a...b)))
    case .near(let position, let distance, let place):
      guard let limit = distance.constant?.number else { break }
      return ClauseMeaning(
        subject: .distance(position, place), set: .ordered(IntervalSet(.min...limit)))
    case .known(let value): return ClauseMeaning(subject: .knowledge(value), set: .yes)
    case .inside, .listed, .memberOf: break
    }
    return ClauseMeaning(subject: .answer(form), set: .yes)
  }
}

/// A value that is written out.
private enum Constant {
  case number(Int64)
  case other(FactValue)

  var number: Int64? { if case .number(let number) = self { number } else { nil } }
}

extension Expression {
  fileprivate var constant: Constant? {
    switch self {
    case .number(let millionths): .number(millionths)
    case .literal(.quantity(let quantity)): .number(quantity.steps)
    case .literal(.time(let time)): .number(time.milliseconds)
    case .literal(.bool(let isTrue)): .number(isTrue ? 1 : 0)
    case .literal(let value): .other(value.withoutPortName)
    default: nil
    }
  }

  /// Whether the value is written out.
  var isConstant: Bool { constant != nil }
}

extension FactValue {
  /// A port is the same with and without its name.
  fileprivate var withoutPortName: FactValue {
    if case .port(let port) = self { .port(PortReference(code: port.code)) } else { self }
  }
}

extension Comparison {
  fileprivate var flipped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  fileprivate func set(_ limit: Constant) -> ValueSet {
    switch limit {
    case .number(let number): .ordered(intervals(around: number))
    case .other(let value): .members([value], isComplement: self == .notEqual)
    }
  }

  fileprivate func intervals(around limit: Int64) -> IntervalSet {
    let below = limit == .min ? IntervalSet.nothing : IntervalSet(.min...limit - 1)
    switch self {
    case .equal: return IntervalSet(limit...limit)
    case .notEqual: return IntervalSet(limit...limit).complement
    case .less: return below
    case .lessOrEqual: return IntervalSet(.min...limit)
    case .greater: return IntervalSet(.min...limit).complement
    case .greaterOrEqual: return below.complement
    }
  }
}
