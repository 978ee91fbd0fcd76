/// Decides whether the stops of one vessel can alternate between two places often enough.
///
/// For each stop, place and number of legs the latest possible first start is kept: of all chains
/// that end so, the one most likely to fit the span. A chain with more legs than are asked for ends
/// with one that has just as many, so none longer is looked at.
struct AlternationWalker {
  private let plan: AlternatePlan
  private let table: FactTable

  /// A row that may be a stop.
  struct Stop {
    let row: Int
    /// Whether it may be at each of the two places.
    let places: [Bool]
    /// Whether it is certainly a stop at neither.
    let isElsewhere: Bool
  }

  init(_ plan: AlternatePlan, _ table: FactTable) {
    self.plan = plan
    self.table = table
  }

  /// Whether a chain is possible; `stops` are in order.
  func isPossible(_ stops: [Stop]) -> Bool {
    guard (0...1).allSatisfy({ place in stops.contains { $0.places[place] } }) else { return false }
    let width = plan.legs + 1
    var firsts = [Int64?](repeating: nil, count: stops.count * 2 * width)
    for end in stops.indices {
      for place in 0...1 where stops[end].places[place] {
        extend(to: end, at: place, stops, &firsts)
        if let first = firsts[(end * 2 + place) * width + plan.legs],
          table.ends[stops[end].row] - first <= plan.within
        {
          return true
        }
      }
    }
    return false
  }

  private func extend(to end: Int, at place: Int, _ stops: [Stop], _ firsts: inout [Int64?]) {
    let width = plan.legs + 1
    let own = (end * 2 + place) * width
    let start = table.starts[stops[end].row]
    firsts[own] = start
    var others = 0
    for previous in stops.indices.prefix(end).reversed() {
      if others > plan.otherStops { break }
      if stops[previous].isElsewhere { others += 1 }
      if let longest = plan.longestLeg, start - table.ends[stops[previous].row] > longest {
        continue
      }
      let before = (previous * 2 + 1 - place) * width
      for legs in 0..<plan.legs {
        guard let first = firsts[before + legs], start - first <= plan.within else { continue }
        firsts[own + legs + 1] = max(first, firsts[own + legs + 1] ?? first)
      }
    }
  }
}
