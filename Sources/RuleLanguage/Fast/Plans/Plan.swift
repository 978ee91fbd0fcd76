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
  /// Facts that alternate between two places; decides only where they cannot.
  case alternate(AlternatePlan)
  /// Contacts in a chain; decides only where there is none.
  case path(PathPlan)
  case all([Plan])
  case any([Plan])
  case none([Plan])
  case atLeast(Int, [Plan])
  /// Where the plan says no, that is the answer; anywhere else the reference evaluator decides.
  case necessary(Plan)
  /// The reference evaluator decides.
  case reference
}

extension Plan {
  /// The paths in it.
  var paths: [PathPlan] {
    switch self {
    case .path(let plan): [plan]
    case .all(let parts), .any(let parts), .none(let parts), .atLeast(_, let parts):
      parts.flatMap(\.paths)
    case .necessary(let part): part.paths
    case .state, .exists, .count, .sequence, .alternate, .reference: []
    }
  }
}

/// The facts of one kind within a window that meet clauses.
struct PatternPlan: Hashable, Sendable {
  let kind: String
  let clauses: PredicateTree
  let lookbackMonths: Int
  /// Whether some clause is asked of the clause evaluator.
  let asks: Bool
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

/// The stops of a shuttle: those of the pattern, and those of it at either place.
struct AlternatePlan: Sendable {
  let stops: Int
  let places: [Int]
  let legs: Int
  let longestLeg: Int64?
  let within: Int64
  let otherStops: Int
}

/// Contacts that lead from one vessel to another.
struct PathPlan: Sendable {
  /// The contacts that may count.
  let edge: Int
  let condition: PathCondition
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
