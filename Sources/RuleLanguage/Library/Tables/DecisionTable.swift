import Maritime

/// A decision table: fields of one subject in, one value out, by the only row that holds.
struct DecisionTable: Hashable, Sendable {
  /// What a row asks of one input.
  enum Cell: Hashable, Sendable {
    case any
    case oneOf(Set<FactValue>)
    /// Base steps of a quantity or milliseconds of a time, both ends included.
    case range(ClosedRange<Int64>)

    func holds(_ value: FactValue) -> Bool {
      switch self {
      case .any: true
      case .oneOf(let values): values.contains(value)
      case .range(let range): value.steps.map(range.contains) ?? false
      }
    }
  }

  struct Row: Hashable, Sendable {
    /// One cell for each input.
    let cells: [Cell]
    let value: FactValue
  }

  let id: String
  /// What the inputs are fields of.
  let subject: Scope.Subject
  let inputs: [FieldDeclaration]
  let output: ValueType
  let rows: [Row]
  /// What the table gives where no row holds.
  let otherwise: FactValue?

  /// The value for inputs that are all known; `nil` when no row holds and nothing is left.
  func value(for inputs: [FactValue]) -> FactValue? {
    let row = rows.first { row in zip(row.cells, inputs).allSatisfy { $0.holds($1) } }
    return row?.value ?? otherwise
  }

  /// The dimensions that an output may have, as `output:` names them.
  static let outputDimensions = Dimension.allCases.map(\.rawValue)
}

extension FactValue {
  /// The place of an ordered value on its axis.
  fileprivate var steps: Int64? {
    switch self {
    case .time(let time): time.milliseconds
    case .quantity(let quantity): quantity.steps
    default: nil
    }
  }
}
