import Maritime

/// Tells the clauses that can be unknown from those that always have an answer.
struct OptionalClauses {
  private let kinds: [ClauseSite: FactKind]
  private let names: [String: FactKind]

  init(_ rule: CompiledRule) {
    let patterns = rule.condition.patterns
    names = Dictionary(patterns.map { ($0.name, $0.kind) }) { first, _ in first }
    kinds = patterns.reduce(into: [:]) { kinds, pattern in
      for clause in pattern.clauses.flatMap(\.clauses) { kinds[clause.site] = pattern.kind }
    }
  }

  /// Whether a field that the clause looks at may be missing, or a list may not know.
  func canBeUnknown(_ clause: Clause) -> Bool {
    switch clause.form {
    case .known: false
    case .listed: true
    default:
      clause.expressions.flatMap(\.fieldReferences).contains { isOptional($0, kinds[clause.site]) }
    }
  }

  private func isOptional(_ reference: FieldReference, _ current: FactKind?) -> Bool {
    let kind: FactKind? =
      switch reference.source {
      case .current: current
      case .named(let name): names[name]
      case .state: nil
      }
    guard let kind else { return true }
    if let own = kind.index(of: reference.field) { return kind.fields[own].isOptional }
    // An open fact ends at the as-of instant, so only the place of a fact can be missing.
    return reference.field == "start_position"
  }
}

extension Expression {
  /// Every field that the value is made of.
  var fieldReferences: [FieldReference] {
    switch self {
    case .literal, .number, .now, .vessel: []
    case .field(let reference): [reference]
    case .part(let inner, _): inner.fieldReferences
    case .arithmetic(_, let left, let right, _): left.fieldReferences + right.fieldReferences
    case .call(_, let arguments): arguments.flatMap(\.fieldReferences)
    case .table(let table, let source):
      table.inputs.map { FieldReference(source: source, field: $0.name) }
    }
  }
}
