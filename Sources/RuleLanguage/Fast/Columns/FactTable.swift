import Maritime

/// The facts of one kind of many vessels: the vessels in order, and within each the facts in the
/// order of `ObservedFact`.
struct FactTable: Sendable {
  let facts: [ObservedFact]
  /// The vessel of each row.
  let vessels: [Int32]
  /// The rows of each vessel.
  let ranges: [Range<Int>]
  let starts: [Int64]
  /// The ends as they could be seen: an open fact ends at the as-of instant.
  let ends: [Int64]
  /// In the order of the plans.
  let columns: [Column]

  var count: Int { facts.count }

  init(_ kind: String, of inputs: ArraySlice<EvaluationInput>, _ plans: [ColumnPlan]) {
    var facts: [ObservedFact] = []
    var vessels: [Int32] = []
    var ranges: [Range<Int>] = []
    for index in inputs.indices {
      let own = inputs[index].observed.of(kind: kind).facts
      ranges.append(facts.count..<facts.count + own.count)
      facts += own
      vessels += repeatElement(Int32(index - inputs.startIndex), count: own.count)
    }
    self.facts = facts
    self.vessels = vessels
    self.ranges = ranges
    starts = facts.map(\.start.milliseconds)
    ends = facts.map(\.end.milliseconds)
    columns = Self.columns(plans, facts)
  }

  private static func columns(_ plans: [ColumnPlan], _ facts: [ObservedFact]) -> [Column] {
    var columns = plans.map { Column($0, count: facts.count) }
    var fields: [FieldDeclaration] = []
    var places: [Int?] = []
    for (row, fact) in facts.enumerated() {
      let (own, values) = (fact.fact.kind.fields, fact.fact.values)
      // Facts of one program share the array, and then the comparison looks at nothing else.
      if own != fields {
        fields = own
        places = plans.map { plan in own.firstIndex { $0.name == plan.key.field } }
      }
      for column in columns.indices {
        let value = places[column].map { values[$0] } ?? fact.value(plans[column].key.field)
        columns[column].set(value, row: row)
      }
    }
    return columns
  }

  /// The vessels with at least one row of a set.
  func vessels(with rows: Bits, of count: Int) -> Bits {
    var found = Bits(count: count)
    rows.forEach { found[Int(vessels[$0])] = true }
    return found
  }
}
