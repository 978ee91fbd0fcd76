/// Decides whether facts of one vessel hold a sequence whose steps refer only to the one before.
///
/// For each fact of a step the latest possible first start is kept: of all tuples that end with it
/// the one most likely to fit `within`. Each step looks only at the one before.
struct SequenceWalker {
  private let plan: SequencePlan
  /// The table of each step.
  private let tables: [FactTable]

  /// A row that a step may take.
  struct Candidate {
    let row: Int
    let isDefinite: Bool
  }

  init(_ plan: SequencePlan, _ tables: [FactTable]) {
    self.plan = plan
    self.tables = tables
  }

  /// True when a tuple of definite rows fits, unknown when only one with others does.
  ///
  /// `candidates` holds the rows of each step, in order.
  func truth(_ candidates: [[Candidate]]) -> Truth {
    if holds(candidates.map { $0.filter(\.isDefinite) }) { return .yes }
    return holds(candidates) ? .unknown : .no
  }

  private func holds(_ candidates: [[Candidate]]) -> Bool {
    guard candidates.allSatisfy({ !$0.isEmpty }) else { return false }
    var firsts: [Int64?] = candidates[0].map { tables[0].starts[$0.row] }
    for step in candidates.indices.dropFirst() {
      firsts = candidates[step].map { candidate in
        latestFirst(before: candidate.row, step, candidates[step - 1], firsts)
      }
    }
    guard let within = plan.within, let ends = tables.last?.ends, let last = candidates.last else {
      return firsts.contains { $0 != nil }
    }
    return zip(last, firsts).contains { candidate, first in
      first.map { ends[candidate.row] - $0 <= within } ?? false
    }
  }

  /// The latest start of a tuple for the steps before, to which a row can be added.
  private func latestFirst(
    before row: Int, _ step: Int, _ earlier: [Candidate], _ firsts: [Int64?]
  ) -> Int64? {
    var best: Int64?
    for (candidate, first) in zip(earlier, firsts) {
      guard isOrdered(candidate.row, row, step) else { break }
      guard let first, first > best ?? .min || best == nil, follows(candidate.row, row, step) else {
        continue
      }
      best = first
    }
    return best
  }

  /// Whether a row of the step before comes before a row of this one, in the order of facts.
  private func isOrdered(_ a: Int, _ b: Int, _ step: Int) -> Bool {
    let (before, here) = (tables[step - 1], tables[step])
    if before.starts[a] != here.starts[b] { return before.starts[a] < here.starts[b] }
    return before.facts[a] < here.facts[b]
  }

  private func follows(_ a: Int, _ b: Int, _ step: Int) -> Bool {
    let (before, here) = (tables[step - 1], tables[step])
    if plan.steps[step].liesInStepBefore {
      guard before.starts[a] <= here.starts[b], here.ends[b] <= before.ends[a] else { return false }
    }
    let pause = here.starts[b] - before.ends[a]
    return plan.steps[step].after.allSatisfy { $0.contains(pause) }
  }
}
