public import Maritime

/// The contacts of a fleet, along which paths lead, gathered once for all its vessels.
public struct FleetContacts: Sendable {
  let graphs: [ContactGraph.Key: ContactGraph]

  /// Who asks about fewer vessels follows their contacts one by one (our own default).
  public static let fewVessels = 16
}

extension RuleSet {
  /// Gathers the contacts of a fleet that paths of the rules lead along.
  ///
  /// - Complexity: O(*n*) in the number of facts of the kinds that paths follow.
  public func contacts(of fleet: FleetFacts, now: UTCTime) -> FleetContacts {
    var graphs: [ContactGraph.Key: ContactGraph] = [:]
    for plan in contacts where graphs[ContactGraph.Key(plan)] == nil {
      graphs[ContactGraph.Key(plan)] = ContactGraph(plan, fleet, now: now, self)
    }
    return FleetContacts(graphs: graphs)
  }
}
