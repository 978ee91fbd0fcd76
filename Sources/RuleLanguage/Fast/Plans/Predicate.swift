import Maritime

/// A question that clauses ask of one row, written without `not`: equal clauses of different rules
/// are one predicate.
struct Predicate: Hashable, Sendable {
  enum Question: Hashable, Sendable {
    /// A comparison of one column with constants.
    case column(ColumnKey, ColumnTest)
    /// Anything else about one row: the clause evaluator is asked, of rows that are still possible.
    case asked(Clause.Form)
  }

  let subject: ColumnKey.Subject
  let question: Question
}

extension Predicate {
  /// The predicate of a clause that depends on no other fact, and whether its opposite is meant.
  static func of(_ clause: Clause, _ subject: ColumnKey.Subject) -> (Predicate, Bool) {
    guard let (key, test, flips) = columnTest(clause.form, subject) else {
      return (Predicate(subject: subject, question: .asked(clause.form)), clause.isNegated)
    }
    return (
      Predicate(subject: subject, question: .column(key, test)), clause.isNegated != flips
    )
  }

  private typealias Lowered = (ColumnKey, ColumnTest, flips: Bool)

  private static func columnTest(_ form: Clause.Form, _ subject: ColumnKey.Subject) -> Lowered? {
    switch form {
    case .compare(let left, let comparison, .literal(let value)):
      return column(left, value, subject).flatMap { compared($0, comparison, value) }
    case .compare(.literal(let value), let comparison, let right):
      return column(right, value, subject).flatMap { compared($0, comparison.mirrored, value) }
    case .oneOf(let left, let members):
      guard let first = members.first, let key = column(left, first, subject) else { return nil }
      return oneOf(key, members)
    case .between(let left, .literal(let low), .literal(let high)):
      guard let key = column(left, low, subject), let from = key.encoding.number(low),
        let to = key.encoding.number(high)
      else { return nil }
      return (key, .between(from, to), false)
    case .known(let left):
      guard let field = field(left, subject) else { return nil }
      return (ColumnKey(subject: subject, field: field, encoding: .presence), .known, false)
    default: return nil
    }
  }

  private static func compared(
    _ key: ColumnKey, _ comparison: Comparison, _ value: FactValue
  ) -> Lowered? {
    if let symbol = key.encoding.symbol(value) {
      switch comparison {
      case .equal: return (key, .among([symbol]), false)
      case .notEqual: return (key, .among([symbol]), true)
      default: return nil
      }
    }
    guard let number = key.encoding.number(value) else { return nil }
    switch comparison {
    case .equal: return (key, .equal(to: number), false)
    case .notEqual: return (key, .equal(to: number), true)
    case .greaterOrEqual: return (key, .atLeast(number), false)
    case .less: return (key, .atLeast(number), true)
    case .greater: return (key, .above(number), false)
    case .lessOrEqual: return (key, .above(number), true)
    }
  }

  private static func oneOf(_ key: ColumnKey, _ members: [FactValue]) -> Lowered? {
    let symbols = members.compactMap(key.encoding.symbol)
    if symbols.count == members.count { return (key, .among(Set(symbols).sorted()), false) }
    let numbers = members.compactMap(key.encoding.number)
    return numbers.count == members.count ? (key, .oneOf(numbers), false) : nil
  }

  /// The column of a field that is compared with a value.
  private static func column(
    _ expression: Expression, _ value: FactValue, _ subject: ColumnKey.Subject
  ) -> ColumnKey? {
    guard let field = field(expression, subject), let encoding = ColumnKey.Encoding(of: value)
    else { return nil }
    return ColumnKey(subject: subject, field: field, encoding: encoding)
  }

  /// The name of a field of the subject's own; `nil` for anything else.
  private static func field(_ expression: Expression, _ subject: ColumnKey.Subject) -> String? {
    guard case .field(let reference) = expression else { return nil }
    switch (reference.source, subject) {
    case (.current, _), (.state, .state): return reference.field
    case (.state, .facts), (.named, _): return nil
    }
  }
}

extension Comparison {
  /// The comparison with its sides exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
