import Maritime

/// How the fast evaluator decides a condition for many vessels.
indirect enum Plan: Sendable {
  /// Clauses about the vessel itself.
  case state(PredicateTree)
  /// At least one fact of a pattern.
  case exists(pattern: Int)
  /// So many facts of a pattern.
  case count(pattern: Int, CountPlan)
  /// Facts that follow one another, each linked only to the one before.
  case sequence(SequencePlan)
  case all([Plan])
  case any([Plan])
  case none([Plan])
  case atLeast(Int, [Plan])
  /// Where the plan says no, that is the answer; anywhere else the reference evaluator decides.
  case necessary(Plan)
  /// The reference evaluator decides.
  case reference
}

/// The facts of one kind within a window that meet clauses.
struct PatternPlan: Hashable, Sendable {
  let kind: String
  let clauses: PredicateTree
  let lookbackMonths: Int
  /// Only facts that reach into the last so many milliseconds; `nil` for all of the window.
  let endingWithin: Int64?
}

/// Predicates put together, by their places in the list of all.
indirect enum PredicateTree: Hashable, Sendable {
  case predicate(Int, isNegated: Bool)
  case all([PredicateTree])
  case any([PredicateTree])
  case none([PredicateTree])
  case atLeast(Int, [PredicateTree])
}

/// What `count` compares with which number.
struct CountPlan: Sendable {
  /// The field whose different values count; `nil` for facts.
  let distinct: String?
  let within: Int64?
  let bound: CountBound
}

/// The steps of a sequence, with their patterns.
struct SequencePlan: Sendable {
  struct Step: Sendable {
    let pattern: Int
    /// How long after the end of the step before it may start, in milliseconds.
    let after: [ClosedRange<Int64>]
    let liesInStepBefore: Bool
  }

  let steps: [Step]
  let within: Int64?
}

/// How many facts there must be.
enum CountBound: Sendable {
  case atLeast(Int)
  case atMost(Int)
  case exactly(Int)

  /// What is unknown may turn out either way, so the true number lies between the two.
  func truth(definite: Int, possible: Int) -> Truth {
    switch self {
    case .atLeast(let number):
      definite >= number ? .yes : possible >= number ? .unknown : .no
    case .atMost(let number):
      possible <= number ? .yes : definite <= number ? .unknown : .no
    case .exactly(let number):
      definite == number && possible == number
        ? .yes : definite <= number && possible >= number ? .unknown : .no
    }
  }
}
