import Maritime

/// What a clause saw, what it needs, and by how much the two differ.
struct ClauseMargin {
  let text: String
  /// How far away it is, in steps of whatever it measures; 0 where there is no distance.
  var size: Int64 = 0
  /// Whether the clause says what is wanted already.
  var isMet = false
}

extension ClauseEvaluator {
  /// How far a clause is from being true; 0 for a group of clauses, which has no distance.
  func distance(of tree: ClauseTree) -> Int64 {
    if case .clause(let clause) = tree { margin(of: clause, .yes).size } else { 0 }
  }

  /// How far a clause is from what is wanted of it.
  func margin(of clause: Clause, _ wanted: Truth) -> ClauseMargin {
    let truth = judge(clause).truth
    guard truth != wanted else { return ClauseMargin(text: "", isMet: true) }
    let seen = clause.expressions.compactMap { shown($0) }.joined(separator: ", ")
    guard truth != .unknown else {
      return ClauseMargin(text: seen.isEmpty ? "it is not known" : seen, size: .max)
    }
    do throws(Missing) {
      // A clause that is negated and wanted to be false asks for its form to hold.
      let mustHold = clause.isNegated != (wanted == .yes)
      let (needs, size) = try need(of: clause, mustHold: mustHold)
      return ClauseMargin(text: (seen.isEmpty ? "" : seen + "; ") + needs, size: size)
    } catch {
      return ClauseMargin(text: "\(error.sentence) is not known", size: .max)
    }
  }

  private func need(
    of clause: Clause, mustHold: Bool
  ) throws(Missing) -> (String, Int64) {
    switch clause.form {
    case .compare(let left, let comparison, let right):
      let effective = mustHold ? comparison : comparison.opposite
      return try compareNeed(try value(left), effective, try value(right))
    case .between(let subject, let low, let high) where mustHold:
      let (found, from, to) = (try value(subject), try value(low), try value(high))
      let edge = from.isGreater(than: found) ? from : to
      let gap = found.gap(to: edge)
      return ("needs \(from) to \(to)\(gap.text)", gap.size)
    case .oneOf(_, let members):
      let shown = members.prefix(5).map(\.description).joined(separator: ", ")
      let more = members.count > 5 ? " and \(members.count - 5) more" : ""
      return (mustHold ? "needs one of \(shown)\(more)" : "must be none of \(shown)\(more)", 0)
    case .near(let subject, let distance, let place):
      return try nearNeed(subject, distance, place, mustHold: mustHold)
    default:
      return (mustHold ? "needs `\(clause.text)`" : "`\(clause.text)` stops the rule", 0)
    }
  }

  private func compareNeed(
    _ found: FactValue, _ comparison: Comparison, _ limit: FactValue
  ) throws(Missing) -> (String, Int64) {
    let gap = found.gap(to: limit)
    let words =
      switch comparison {
      case .equal: "needs \(limit)"
      case .notEqual: "must not be \(limit)"
      case .less: "needs less than \(limit)"
      case .lessOrEqual: "needs at most \(limit)"
      case .greater: "needs more than \(limit)"
      case .greaterOrEqual: "needs at least \(limit)"
      }
    return (words + (comparison.needsOrder ? gap.text : ""), gap.size)
  }

  private func nearNeed(
    _ subject: Expression, _ distance: Expression, _ place: Clause.Place, mustHold: Bool
  ) throws(Missing) -> (String, Int64) {
    guard case .position(let point) = try value(subject),
      case .quantity(let limit) = try value(distance)
    else { throw .arithmetic }
    let metres: Double
    switch place {
    case .zone(let zone): metres = zone.distance(to: point)
    case .ports(let ports): metres = ports.map { $0.distance(to: point) }.min() ?? 0
    case .position(let other):
      guard case .position(let end) = try value(other) else { throw .arithmetic }
      metres = end.distance(to: point)
    }
    let found = Quantity.length(metres: metres)
    let gap = FactValue.quantity(found).gap(to: .quantity(limit))
    let needs = mustHold ? "needs at most \(limit)" : "needs more than \(limit)"
    return ("it is \(found) away; \(needs)\(gap.text)", gap.size)
  }
}

extension Comparison {
  /// What holds when this does not.
  fileprivate var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

extension FactValue {
  /// How far this is from a limit: `: 20 min short`, `: 3 kn too much`.
  fileprivate func gap(to limit: FactValue) -> (text: String, size: Int64) {
    switch (self, limit) {
    case (.quantity(let a), .quantity(let b)):
      let (x, y) = (a.steps(in: b.dimension), Int128(b.steps))
      guard let size = Int64(exactly: abs(x - y)), size > 0 else { return (": just at it", 0) }
      let amount = Quantity(b.dimension, steps: size).exactDescription
      return (": \(amount) \(x < y ? "short" : "too much")", size)
    case (.time(let a), .time(let b)):
      let size = abs(a - b)
      guard size > 0 else { return (": just at it", 0) }
      return (
        ": \(Quantity.duration(milliseconds: size)) \(a < b ? "too early" : "too late")", size
      )
    default: return ("", 0)
    }
  }
}

extension Quantity {
  /// As a person writes it; the smallest amounts in their base step rather than as nothing.
  fileprivate var exactDescription: String {
    let text = description
    guard text.hasPrefix("0") && !text.hasPrefix("0."), steps != 0 else { return text }
    switch dimension {
    case .duration: return "\(steps) ms"
    case .length, .metre: return "\(steps) mm"
    default: return "less than a step"
    }
  }
}
