import Maritime

/// The contacts of all vessels that a path may lead along, by vessel.
struct ContactGraph: Sendable {
  /// What two paths share when they share their contacts.
  struct Key: Hashable, Sendable {
    let edge: Int
    let partner: String

    init(_ plan: PathPlan) { (edge, partner) = (plan.edge, plan.condition.partner) }
  }

  let fleet: FleetFacts
  private let table: FactTable
  private let places: [VesselReference: Int]
  /// The rows that may meet the clauses about each contact.
  private let possible: Bits
  /// The other vessel of each row; `nil` when not known.
  private let partners: [VesselReference?]

  /// Gathers the contacts of a fleet; `nil` when a column cannot hold some value.
  ///
  /// Clauses that only the clause evaluator can answer are left open, because they may depend on
  /// the vessel from which a path starts.
  init?(_ plan: PathPlan, _ fleet: FleetFacts, now: UTCTime, _ set: RuleSet) {
    self.fleet = fleet
    let kind = plan.condition.edge.kind
    let seen = fleet.facts(of: kind).filter { $0.header.span.start < now }
      .map { ObservedFact($0, now: now) }
    var places: [VesselReference: Int] = [:]
    var groups: [[ObservedFact]] = []
    for fact in seen {
      let vessel = fleet.identity(fact.fact.header.vessel)
      if let place = places[vessel] {
        groups[place].append(fact)
      } else {
        places[vessel] = groups.count
        groups.append([fact])
      }
    }
    self.places = places
    table = FactTable(groups, set.columns[.facts(kind.name)] ?? [])
    guard table.columns.allSatisfy(\.irregular.isEmpty) else { return nil }
    partners = table.facts.map { fact in
      guard case .vessel(let vessel)? = fact.value(plan.condition.partner) else { return nil }
      return fleet.identity(vessel)
    }
    let batch = FleetColumns.Batch(
      range: 0..<groups.count, now: now, facts: [kind.name: table],
      state: StateTable(of: [], []), irregular: Bits(count: groups.count))
    var evaluation = BatchEvaluation(set, batch, [], [:])
    possible = evaluation.unasked(plan.edge).possible
  }

  /// A contact that may count, with the other vessel when it is known.
  typealias Contact = (fact: ObservedFact, partner: VesselReference?)

  /// The contacts of a vessel, in no order that matters.
  func contacts(of vessel: VesselReference) -> [Contact] {
    guard let place = places[vessel] else { return [] }
    return table.ranges[place].filter { possible[$0] }.map { (table.facts[$0], partners[$0]) }
  }
}
