import Maritime

/// A value that a rule computes, with names and types resolved.
indirect enum Expression: Hashable, Sendable {
  case literal(FactValue)
  /// A number without a unit, in millionths.
  case number(Int64)
  case now
  /// The subject of the rule: a vessel, a company or a port.
  case vessel
  case field(FieldReference)
  case part(Expression, ValuePart)
  case arithmetic(ArithmeticOperator, Expression, Expression, as: ValueType)
  case call(ClauseFunction, [Expression])
  /// What a decision table gives for the fields of the fact or the vessel.
  case table(DecisionTable, FieldReference.Source)

  /// The names of steps that the value depends on.
  var names: Set<String> {
    switch self {
    case .literal, .number, .now, .vessel, .table: []
    case .field(let reference):
      if case .named(let name) = reference.source { [name] } else { [] }
    case .part(let inner, _): inner.names
    case .arithmetic(_, let left, let right, _): left.names.union(right.names)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.names) }
    }
  }
}

/// A field of the fact in question, of a named fact or of the vessel.
struct FieldReference: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// The fact that the clause is asked of.
    case current
    /// The fact of an earlier step.
    case named(String)
    /// The vessel's own fields.
    case state
  }

  let source: Source
  let field: String
}

/// A part of a value: the name of a port, the number of a vessel.
enum ValuePart: String, Hashable, Sendable, CaseIterable {
  case name
  case locode
  case imo
  case mmsi

  /// The parts that values of a type have.
  static func parts(of type: ValueType) -> [ValuePart] {
    switch type {
    case .field(.port): [.locode, .name]
    case .field(.vessel): [.imo, .mmsi]
    case .field(.company): [.imo, .name]
    default: []
    }
  }
}

enum ClauseFunction: String, Hashable, Sendable, CaseIterable {
  case abs
  case max
  case min

  /// One sentence for people.
  var summary: String {
    switch self {
    case .abs: "The amount without its sign."
    case .max: "The greatest of several values of one type."
    case .min: "The least of several values of one type."
    }
  }

  /// How it is written.
  var example: String {
    switch self {
    case .abs: "abs(end - call.start) < 12h"
    case .max: "max(distance, 10nm) > 12nm"
    case .min: "min(start, call.start) < now"
    }
  }
}
