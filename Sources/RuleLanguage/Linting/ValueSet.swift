import Maritime

/// The values that a clause lets through.
enum ValueSet: Hashable, Sendable {
  /// Of something with an order, or of an answer: 1 for yes, 0 for no.
  case ordered(IntervalSet)
  /// Some values, or all but those.
  case members(Set<FactValue>, isComplement: Bool)

  static let yes = ValueSet.ordered(IntervalSet(1...1))

  var isEmpty: Bool {
    switch self {
    case .ordered(let set): set.isEmpty
    case .members(let values, let isComplement): values.isEmpty && !isComplement
    }
  }

  var isEverything: Bool { complement.isEmpty }

  var complement: ValueSet {
    switch self {
    case .ordered(let set): .ordered(set.complement)
    case .members(let values, let isComplement):
      .members(values, isComplement: !isComplement)
    }
  }

  /// What both let through; `nil` for sets of different kinds.
  func intersection(_ other: ValueSet) -> ValueSet? {
    switch (self, other) {
    case (.ordered(let a), .ordered(let b)): .ordered(a.intersection(b))
    case (.members(let a, false), .members(let b, false)):
      .members(a.intersection(b), isComplement: false)
    case (.members(let a, false), .members(let b, true)):
      .members(a.subtracting(b), isComplement: false)
    case (.members(let a, true), .members(let b, false)):
      .members(b.subtracting(a), isComplement: false)
    case (.members(let a, true), .members(let b, true)):
      .members(a.union(b), isComplement: true)
    default: nil
    }
  }

  /// What one of them lets through; `nil` for sets of different kinds.
  func union(_ other: ValueSet) -> ValueSet? {
    complement.intersection(other.complement)?.complement
  }

  func isSubset(of other: ValueSet) -> Bool { intersection(other) == self }
}
