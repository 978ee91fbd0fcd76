import Maritime

/// A company that has a part in a vessel.
struct VesselParty: Hashable, Comparable {
  let role: String
  let company: CompanyReference
  let country: String?

  static func < (a: VesselParty, b: VesselParty) -> Bool {
    (a.role, a.company, a.country ?? "") < (b.role, b.company, b.country ?? "")
  }

  /// The companies that facts name at `now`, each role once.
  static func all(of state: VesselState, _ facts: [Fact], at now: UTCTime) -> [VesselParty] {
    var parties: Set<VesselParty> = []
    for fact in facts where fact.kind.name == "party" && fact.header.span.holds(at: now) {
      guard let company = fact.company("company") else { continue }
      parties.insert(
        VesselParty(
          role: fact.value("role")?.description ?? "party", company: company,
          country: fact.value("country")?.description))
    }
    for role in ["owner", "manager"] {
      guard let name = state.fields[role]?.description,
        let company = CompanyReference(number: nil, name: name)
      else { continue }
      parties.insert(VesselParty(role: role, company: company, country: nil))
    }
    return parties.sorted()
  }

  /// The part as facts about ownership name it; `nil` for one that they do not know.
  var part: String? {
    switch role {
    case "owner": "registered_owner"
    case "manager": "ship_manager"
    default: CompanyReference.partsInVessels.contains(role) ? role : nil
    }
  }
}

extension DesignatedHoldings {
  /// Whom the companies of a vessel belong to.
  func facts(of state: VesselState, _ facts: [Fact], at now: UTCTime) -> [Fact] {
    let facts = facts.filter { $0.kind.name == "party" && $0.header.span.holds(at: now) }
    let parties = VesselParty.all(of: state, facts, at: now)
    let found = parties.flatMap { party -> [Fact] in
      guard let part = party.part else { return [] }
      let rows = facts.filter { fact in
        fact.company("company") == party.company
          && fact.value("role")?.description == party.role
      }
      let start = rows.map(\.header.span.start).min() ?? UTCTime(milliseconds: 0)
      return self.facts(
        about: party.company, as: part,
        FactHeader(
          vessel: state.vessel, span: TimeSpan(start: start, end: nil), position: nil,
          source: "inferred", evidence: rows.flatMap(\.header.evidence), detector: nil))
    }
    return found.withoutRepeats
  }
}
