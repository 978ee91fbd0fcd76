import Maritime

/// Counts the facts of each vessel among the rows that meet a pattern.
struct FactCounter {
  private let table: FactTable
  private let plan: CountPlan

  init(_ table: FactTable, _ plan: CountPlan) {
    self.table = table
    self.plan = plan
  }

  /// Calls `body` with every vessel that has a possible row, in order.
  mutating func forEachVessel(with truths: Truths, _ body: (Int, Truth) -> Void) {
    var rows: [(row: Int, isDefinite: Bool)] = []
    var vessel: Int32 = -1
    truths.possible.forEach { row in
      if table.vessels[row] != vessel {
        if !rows.isEmpty { body(Int(vessel), truth(rows)) }
        rows.removeAll(keepingCapacity: true)
        vessel = table.vessels[row]
      }
      rows.append((row, truths.yes[row]))
    }
    if !rows.isEmpty { body(Int(vessel), truth(rows)) }
  }

  private func truth(_ rows: [(row: Int, isDefinite: Bool)]) -> Truth {
    let definite = fullest(rows.filter(\.isDefinite).map(\.row)) { known($0).count }
    let possible = fullest(rows.map(\.row)) { rows in
      let (count, missing) = known(rows)
      return count + missing
    }
    return plan.bound.truth(definite: definite, possible: possible)
  }

  /// The most that the facts which start within the span of the first of them count.
  private func fullest(_ rows: [Int], by count: (ArraySlice<Int>) -> Int) -> Int {
    guard let within = plan.within else { return count(rows[...]) }
    var (best, end) = (0, 0)
    for first in rows.indices {
      while end < rows.count, table.starts[rows[end]] - table.starts[rows[first]] <= within {
        end += 1
      }
      // A window with fewer facts than the best one counts cannot count more.
      guard end - first > best else { continue }
      best = max(best, count(rows[first..<end]))
    }
    return best
  }

  /// The facts, or the different values of the `distinct` field, and how many facts lack it.
  private func known(_ rows: ArraySlice<Int>) -> (count: Int, missing: Int) {
    guard let distinct = plan.distinct else { return (rows.count, 0) }
    let values = rows.map { table.facts[$0].value(distinct)?.identity }
    return (Set(values.compactMap(\.self)).count, values.count { $0 == nil })
  }
}
