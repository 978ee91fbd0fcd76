import Maritime
import StrictYAML

/// One condition, with names and types resolved.
struct Clause: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case compare(Expression, Comparison, Expression)
    case oneOf(Expression, [FactValue])
    /// Whether a value belonged to a set of the library at a time.
    case memberOf(Expression, ListedValues, at: Expression)
    case between(Expression, Expression, Expression)
    case known(Expression)
    case inside(Expression, Zone)
    case near(Expression, Expression, Place)
    case listed(Expression, list: String, at: Expression)
  }

  /// What a position is measured from.
  enum Place: Hashable, Sendable {
    case zone(Zone)
    case ports([Port])
    case position(Expression)
  }

  /// As written.
  let text: String
  let span: SourceSpan
  let form: Form
  let isNegated: Bool
  /// Where the clause comes from, when a rule takes it from a definition.
  var definition: Definition?

  /// A definition that a rule uses.
  struct Definition: Hashable, Sendable {
    /// The file of the clause and its `span`.
    let file: String
    /// Where the rule uses it.
    let use: SourceSpan
  }

  /// The place in the rule: that of the clause, or that of the `use:` which takes it in.
  var place: SourceSpan { definition?.use ?? span }

  /// The names of steps that the clause depends on.
  var names: Set<String> { expressions.reduce(into: []) { $0.formUnion($1.names) } }

  /// The values that it looks at, from left to right.
  var expressions: [Expression] {
    switch form {
    case .compare(let left, _, let right): [left, right]
    case .oneOf(let subject, _), .known(let subject), .inside(let subject, _): [subject]
    case .between(let subject, let low, let high): [subject, low, high]
    case .near(let subject, let distance, .position(let other)): [subject, distance, other]
    case .near(let subject, let distance, _): [subject, distance]
    case .listed(let subject, _, let time), .memberOf(let subject, _, let time): [subject, time]
    }
  }
}

/// Clauses put together by `any:`, `all:`, `none:` and `at_least:`.
indirect enum ClauseTree: Hashable, Sendable {
  case clause(Clause)
  case all([ClauseTree])
  case any([ClauseTree])
  case none([ClauseTree])
  case atLeast(Int, [ClauseTree])

  /// The names of steps that the clauses depend on.
  var names: Set<String> { clauses.reduce(into: []) { $0.formUnion($1.names) } }

  /// Every clause, in the order of the file.
  var clauses: [Clause] {
    switch self {
    case .clause(let clause): [clause]
    case .all(let trees), .any(let trees), .none(let trees), .atLeast(_, let trees):
      trees.flatMap(\.clauses)
    }
  }
}
