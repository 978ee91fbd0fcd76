import Maritime

/// The facts of one kind of many vessels: the vessels in order, and within each the facts in the
/// order of `ObservedFact`.
struct FactTable: Sendable {
  let facts: [ObservedFact]
  /// The vessel of each row.
  let vessels: [Int32]
  let starts: [Int64]
  /// The ends as they could be seen: an open fact ends at the as-of instant.
  let ends: [Int64]
  /// In the order of the plans.
  let columns: [Column]

  var count: Int { facts.count }

  init(_ kind: String, of inputs: ArraySlice<EvaluationInput>, _ plans: [ColumnPlan]) {
    var facts: [ObservedFact] = []
    var vessels: [Int32] = []
    for (vessel, input) in inputs.enumerated() {
      let own = input.observed.of(kind: kind).facts
      facts += own
      vessels += repeatElement(Int32(vessel), count: own.count)
    }
    self.facts = facts
    self.vessels = vessels
    starts = facts.map(\.start.milliseconds)
    ends = facts.map(\.end.milliseconds)
    columns = plans.map { Self.column($0, facts) }
  }

  private static func column(_ plan: ColumnPlan, _ facts: [ObservedFact]) -> Column {
    var column = Column(plan, count: facts.count)
    var slot = FieldSlot(plan.key.field)
    for (row, fact) in facts.enumerated() { column.set(slot.value(of: fact), row: row) }
    return column
  }

  /// The vessels with at least one row of a set.
  func vessels(with rows: Bits, of count: Int) -> Bits {
    var found = Bits(count: count)
    rows.forEach { found[Int(vessels[$0])] = true }
    return found
  }
}

/// Where a field stands in the values of a kind, found once for many facts of it.
private struct FieldSlot {
  private let field: String
  private var fields: [FieldDeclaration] = []
  private var index: Int?

  init(_ field: String) { self.field = field }

  mutating func value(of fact: ObservedFact) -> FactValue? {
    // Facts of one program share the array, and then the comparison looks at nothing else.
    if fact.fact.kind.fields != fields {
      fields = fact.fact.kind.fields
      index = fact.fact.kind.index(of: field)
    }
    return index.map { fact.fact.values[$0] } ?? fact.value(field)
  }
}
