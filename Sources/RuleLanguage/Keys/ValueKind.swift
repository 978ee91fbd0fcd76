public import Maritime

/// What may stand behind a key.
public indirect enum ValueKind: Sendable {
  /// Text for people or programs.
  case text
  /// A sentence with `{name.field}` in it.
  case template
  /// A name such as `dark-port-call`.
  case kebabCase
  /// A name in snake case that the key gives to a fact.
  case newName
  /// A name that another key gave.
  case knownName
  /// One of a few words.
  case words([String])
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// Points: a number from 0 to 100 with at most one decimal.
  case points
  /// An amount with its unit.
  case amount(Dimension)
  /// Two amounts: `0h..7d`.
  case range(Dimension)
  /// An instant.
  case time
  /// An IMO number.
  case imoNumber
  /// An MMSI.
  case mmsi
  /// A kind of fact.
  case factKind
  /// A field of the fact that stands beside it.
  case field
  /// A name and a field: `call.end`.
  case path
  /// A value that may refer to names.
  case expression
  /// A clause, or a group of clauses that stands for one.
  case clause
  /// Clauses that must all hold.
  case clauses
  /// A number of median absolute deviations or of medians: `6mad`, `3x`.
  case deviation
  /// A mapping of operators, all of which must hold.
  case operators
  /// A mapping of operators, or a clause about the vessel.
  case condition
  /// A list of conditions.
  case conditions
  /// A vessel's own fields, by name.
  case testVessel
  /// A fact of a test: its kind and its fields.
  case testFact
  /// The value of a field.
  case fieldValue
  /// A mapping with keys of its own.
  case mapping(KeyTable)
  /// A mapping whose keys the author chooses.
  case table(ValueKind)
  /// A list.
  case list(ValueKind)
  /// Any of several.
  case either([ValueKind])

  /// The words of an enumeration.
  static func words<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> ValueKind where Choice.RawValue == String {
    .words(type.allCases.map(\.rawValue))
  }

  /// One value, or a list of them.
  static func oneOrMany(_ kind: ValueKind) -> ValueKind { .either([.list(kind), kind]) }
}
