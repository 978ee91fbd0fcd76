import Maritime

/// The own fields of many vessels, a row each.
struct StateTable: Sendable {
  /// In the order of the plans.
  let columns: [Column]

  init(of inputs: ArraySlice<EvaluationInput>, _ plans: [ColumnPlan]) {
    columns = plans.map { plan in
      var column = Column(plan, count: inputs.count)
      for (row, input) in inputs.enumerated() {
        column.set(input.state[plan.key.field], row: row)
      }
      return column
    }
  }
}
