import Maritime

/// Tells where no chain of contacts can lead from a vessel.
///
/// Follows the same contacts as `PathSearch`, without words: whatever it cannot rule out is left to
/// the reference.
struct PathWalker {
  private let condition: PathCondition
  private let graph: ContactGraph
  private let context: EvaluationContext
  private let vessel: VesselReference

  init(
    _ condition: PathCondition, _ graph: ContactGraph, from vessel: VesselReference,
    _ context: EvaluationContext
  ) {
    self.condition = condition
    self.graph = graph
    self.context = context
    self.vessel = graph.fleet.identity(vessel)
  }

  /// Whether a chain may start with one of these contacts, which are the vessel's own.
  func isPossible(_ contacts: [ObservedFact]) -> Bool {
    // What too many contacts would show is unknown.
    guard contacts.count <= condition.maximumFanOut else { return true }
    return contacts.contains { near in
      guard case .vessel(let other)? = near.value(condition.partner) else { return true }
      let partner = graph.fleet.identity(other)
      guard partner != vessel else { return false }
      return condition.hops.count == 1 ? meets([near]) : leads(on: near, to: partner)
    }
  }

  private func leads(on near: ObservedFact, to partner: VesselReference) -> Bool {
    let contacts = graph.contacts(of: partner)
    guard contacts.count <= condition.maximumFanOut else { return true }
    return contacts.contains { far in
      guard far.partner != vessel, follows(far.fact, near) else { return false }
      return far.partner == nil || meets([near, far.fact])
    }
  }

  private func follows(_ far: ObservedFact, _ near: ObservedFact) -> Bool {
    guard far.fact != near.fact, !condition.isOrdered || near <= far else { return false }
    guard let within = condition.within else { return true }
    return max(near.end, far.end) - min(near.start, far.start) <= within
  }

  /// Whether the clauses about the contacts together may hold.
  private func meets(_ facts: [ObservedFact]) -> Bool {
    guard !condition.together.isEmpty else { return true }
    let names = Dictionary(zip(condition.hops.map(\.text), facts)) { first, _ in first }
    return ClauseEvaluator(context: context.with(names), current: nil)
      .judge(condition.together).truth != .no
  }
}
