public import Maritime
public import StrictYAML

/// What one clause said, and the values it saw.
public struct ClauseOutcome: Sendable {
  /// The clause as written.
  public let clause: String
  /// Where it stands.
  public let span: SourceSpan
  /// The file in which it stands, when the rule takes it from a definition; `nil` for the rule's.
  public let file: String?
  /// The place in the rule: that of the clause, or that of the `use:` which takes it in.
  public let place: SourceSpan
  /// The answer; no fact at all is `no`.
  public let answer: Answer
  /// The values that it saw, such as `duration = 11 h 40 min`; empty when there was no fact.
  public let values: [String]
  /// The fact it was asked of; `nil` when it asks about the vessel or there is no fact of the kind.
  public let fact: Fact?

  /// Whether it is a key that stands for a clause, such as `at_least` of a sum.
  let isOfKey: Bool

  /// A clause is true, false or unknown.
  public enum Answer: String, Hashable, Sendable {
    /// It holds.
    case yes
    /// It does not.
    case no
    /// Something it needs is not known.
    case unknown
  }

  /// The outcome of a key that stands for a clause, such as `at_least` of a sum.
  init(key: String, at span: SourceSpan, _ truth: Truth, values: [String]) {
    clause = key
    self.span = span
    file = nil
    place = span
    answer = Answer(truth)
    self.values = values
    fact = nil
    isOfKey = true
  }

  init(_ clause: Clause, fact: ObservedFact?, kind: FactKind?, _ context: EvaluationContext) {
    self.clause = clause.text
    span = clause.span
    file = clause.definition?.file
    place = clause.place
    self.fact = fact?.fact
    isOfKey = false
    let evaluator = ClauseEvaluator(context: context, current: fact)
    if let kind, fact == nil {
      answer = .no
      values = ["no \(kind.name) in the window"]
    } else {
      answer = Answer(evaluator.judge(clause).truth)
      values = clause.expressions.compactMap { evaluator.shown($0) }
    }
  }
}

extension ClauseOutcome.Answer {
  fileprivate init(_ truth: Truth) {
    switch truth {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .unknown
    }
  }
}

extension ClauseEvaluator {
  /// `duration = 40 h`; `nil` for what is written out in the clause.
  func shown(_ expression: Expression) -> String? {
    guard let name = expression.shownName else { return nil }
    do throws(Missing) {
      return "\(name) = \(try value(expression).description)"
    } catch {
      return "\(name) is unknown"
    }
  }
}

extension Expression {
  /// The expression as its author would write it; `nil` for literals.
  fileprivate var shownName: String? {
    switch self {
    case .literal, .number, .now: nil
    case .vessel: "vessel"
    case .field(let reference):
      switch reference.source {
      case .current: reference.field
      case .named(let name): "\(name).\(reference.field)"
      case .state: "vessel.\(reference.field)"
      }
    case .part(let inner, let part): inner.shownName.map { "\($0).\(part.rawValue)" }
    case .arithmetic: "the result"
    case .call(let function, _): function.rawValue
    case .table(let table, _): "@tables/\(table.id)"
    }
  }
}
