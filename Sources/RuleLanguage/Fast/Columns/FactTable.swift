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
    self.init(inputs.lazy.map { $0.observed.of(kind: kind).facts }, plans)
  }

  /// The facts of each vessel, which are in order.
  init(_ groups: some Sequence<[ObservedFact]>, _ plans: [ColumnPlan]) {
    var facts: [ObservedFact] = []
    var vessels: [Int32] = []
    var ranges: [Range<Int>] = []
    for own in groups {
      vessels += repeatElement(Int32(ranges.count), count: own.count)
      ranges.append(facts.count..<facts.count + own.count)
      facts += own
    }
    self.facts = facts
    self.vessels = vessels
    self.ranges = ranges
    starts = facts.map(\.start.milliseconds)
    ends = facts.map(\.end.milliseconds)
    columns = Self.columns(plans, facts)
  }

  private static func columns(_ plans: [ColumnPlan], _ facts: [ObservedFact]) -> [Column] {
    guard var kind = facts.first?.fact.kind else { return plans.map { Column($0, count: 0) } }
    var columns = plans.map { Column($0, count: facts.count) }
    var places = plans.map { ObservedFact.Place(of: $0.key.field, in: kind) }
    for row in facts.indices {
      let own = facts[row].fact.kind
      if !own.hasFields(of: kind) {
        kind = own
        places = plans.map { ObservedFact.Place(of: $0.key.field, in: kind) }
      }
      // By rows, because the parts of a fact lie far from those of the next.
      for index in columns.indices {
        columns[index].set(facts[row].value(at: places[index]), row: row)
      }
    }
    return columns
  }

  /// The rows of some vessels.
  func rows(of vessels: Bits) -> Bits {
    var rows = Bits(count: count)
    vessels.forEach { vessel in
      for row in ranges[vessel] { rows[row] = true }
    }
    return rows
  }

  /// The vessels with at least one row of a set.
  func vessels(with rows: Bits, of count: Int) -> Bits {
    var found = Bits(count: count)
    rows.forEach { found[Int(vessels[$0])] = true }
    return found
  }
}
