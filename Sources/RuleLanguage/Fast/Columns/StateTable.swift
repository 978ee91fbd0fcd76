import Maritime

/// The own fields of many vessels, a row each.
struct StateTable: Sendable {
  /// In the order of the plans.
  let columns: [Column]

  init(of inputs: ArraySlice<EvaluationInput>, _ plans: [ColumnPlan]) {
    columns = plans.map { plan in
      var column = Column(plan, count: inputs.count)
      for index in inputs.indices {
        column.set(inputs[index].state[plan.key.field], row: index - inputs.startIndex)
      }
      return column
    }
  }
}
