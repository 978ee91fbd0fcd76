import Maritime

/// Follows contacts from the subject.
struct PathSearch {
  private let condition: PathCondition
  private let context: EvaluationContext
  private var known: [VesselReference: [Edge]] = [:]
  /// The vessels whose contacts are too many to follow.
  private(set) var notFollowed: [UnknownClause] = []

  /// Contacts in a row; fewer than the rule asks for when the next vessel is not known.
  struct Chain {
    let facts: [ObservedFact]
    let judgement: Judgement
  }

  /// A contact that meets the clauses, or may.
  private struct Edge {
    let fact: ObservedFact
    let judgement: Judgement
    /// The other vessel, when known.
    let partner: VesselReference?
  }

  init(_ condition: PathCondition, _ context: EvaluationContext) {
    self.condition = condition
    self.context = context
  }

  /// Every chain that is possible, with what is known of it so far.
  mutating func chains() -> [Chain] {
    starts().flatMap { vessel, edges in
      edges.flatMap { edge in
        condition.hops.count == 1
          ? [chain([edge], from: vessel)] : chains(from: vessel, over: edge)
      }
    }
  }

  /// The subject's contacts; those of every vessel when the rule is about all of them.
  private mutating func starts() -> [(VesselReference, [Edge])] {
    let own = context.facts(for: condition.edge)
    guard let subject = context.input.vessel else {
      let groups = Dictionary(grouping: own) { context.input.fleet.identity($0.fact.header.vessel) }
      return groups.keys.sorted().map { ($0, followed($0, groups[$0] ?? [])) }
    }
    let vessel = context.input.fleet.identity(subject)
    return [(vessel, followed(vessel, own))]
  }

  private mutating func chains(from vessel: VesselReference, over near: Edge) -> [Chain] {
    guard let partner = near.partner else { return [chain([near], from: vessel)] }
    guard partner != vessel else { return [] }
    return edges(of: partner).filter { canFollow($0, near, from: vessel) }
      .map { chain([near, $0], from: vessel) }
  }

  private func canFollow(_ far: Edge, _ near: Edge, from vessel: VesselReference) -> Bool {
    guard far.fact != near.fact, far.partner != vessel else { return false }
    if condition.isOrdered, far.fact < near.fact { return false }
    guard let within = condition.within else { return true }
    let start = min(near.fact.start, far.fact.start)
    return max(near.fact.end, far.fact.end) - start <= within
  }

  /// A contact whose other vessel is not known leads nobody knows where.
  private func chain(_ edges: [Edge], from vessel: VesselReference) -> Chain {
    var parts = edges.map(\.judgement)
    for edge in edges {
      if edge.partner == nil {
        let unknown = UnknownClause(
          text: "over: \(condition.edge.kind.name)", span: condition.edge.nameSpan,
          missing: .field(condition.partner, of: edge.fact.fact), fact: edge.fact)
        parts.append(Judgement(truth: .unknown, unknowns: [unknown]))
      } else if edge.partner == vessel {
        parts.append(.no)
      }
    }
    return Chain(facts: edges.map(\.fact), judgement: .all(parts))
  }
}

extension PathSearch {
  private mutating func edges(of vessel: VesselReference) -> [Edge] {
    if let edges = known[vessel] { return edges }
    let facts = context.input.fleet.facts(of: condition.edge.kind, about: vessel)
    let edges = followed(vessel, context.observed(facts))
    known[vessel] = edges
    return edges
  }

  /// The contacts that may count; none, and a reason, when they are too many.
  private mutating func followed(
    _ vessel: VesselReference, _ facts: [ObservedFact]
  ) -> [Edge] {
    let edges = facts.compactMap { fact -> Edge? in
      let judgement = condition.edge.judge(fact, context)
      guard judgement.truth != .no else { return nil }
      return Edge(fact: fact, judgement: judgement, partner: partner(of: fact))
    }
    guard edges.count > condition.maximumFanOut else { return edges }
    let reason =
      "what \(vessel) did in \(edges.count) contacts, because the rule follows at most "
      + "\(condition.maximumFanOut)"
    notFollowed.append(
      UnknownClause(
        text: "max_fan_out: \(condition.maximumFanOut)", span: condition.edge.nameSpan,
        missing: .described(reason), fact: nil))
    return []
  }

  private func partner(of fact: ObservedFact) -> VesselReference? {
    guard case .vessel(let vessel)? = fact.value(condition.partner) else { return nil }
    return context.input.fleet.identity(vessel)
  }
}
