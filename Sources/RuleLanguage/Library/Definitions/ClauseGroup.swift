import Maritime
import StrictYAML

/// A list of clauses with a name, which rules take in with `use:`.
struct ClauseGroup: Sendable {
  let name: String
  let file: String
  /// Where the name is given.
  let nameSpan: SourceSpan
  let source: SourceText
  /// The list of clauses.
  let node: YAMLNode
  /// What the clauses are about; `nil` when that is settled where they are used.
  let subject: Scope.Subject?
}

/// A value with a name, which clauses write as `@values/NAME`.
struct DefinedValue: Hashable, Sendable {
  let form: ExpressionSyntax.Form
}

extension ClauseTree {
  /// The same clauses, marked as those of a definition that is used at `place`.
  func defined(in file: String, usedAt place: SourceSpan) -> ClauseTree {
    switch self {
    case .clause(var clause):
      clause.definition = Clause.Definition(file: file, use: place)
      return .clause(clause)
    case .all(let parts): return .all(parts.map { $0.defined(in: file, usedAt: place) })
    case .any(let parts): return .any(parts.map { $0.defined(in: file, usedAt: place) })
    case .none(let parts): return .none(parts.map { $0.defined(in: file, usedAt: place) })
    case .atLeast(let count, let parts):
      return .atLeast(count, parts.map { $0.defined(in: file, usedAt: place) })
    }
  }
}
