import Maritime
import RuleLanguage
import Watchlists

/// Everything that facts say of one company at one instant.
struct CompanyFile {
  /// The reference that says most.
  let company: CompanyReference
  /// Every reference to it, that one first.
  let references: [CompanyReference]
  /// The numbered companies among which a name alone does not tell.
  let rivals: [CompanyReference]
  /// Who stands above it, the nearest first.
  let holdings: [(level: Int, holding: HoldingGraph.Holding)]
  /// How much of it has known holders, in millionths.
  let knownShare: Int64
  private let places: CompanyPlaces
  private let own: Int?
  /// The companies that belong to it.
  private let subsidiaries: Set<Int>

  init(_ asked: CompanyReference, facts: [Fact], graph: HoldingGraph, at now: UTCTime) {
    let places = CompanyPlaces(facts.flatMap(\.companiesNamed))
    self.places = places
    let own = places.place(of: asked)
    self.own = own
    let known = own.map { places.references[$0] } ?? []
    company = known.first ?? asked
    references = known.isEmpty ? [asked] : known
    let bearers = asked.hasNumber ? [] : places.bearers(of: asked)
    rivals = bearers.count > 1 ? bearers.map { places.references[$0][0] } : []
    let place = references.lazy.compactMap(graph.place).first
    holdings = place.map(graph.above) ?? []
    knownShare = place.map { graph.knownShare(of: $0) } ?? 0
    // Whatever half of its shares or its control reaches: the widest of the criteria.
    let widest = OwnershipCriterion(
      share: 500_000, exactly: .isEnough, together: .all, control: true)
    let reach = place.map {
      OwnershipReach(from: [$0], in: graph, by: widest, isPossible: false, at: now)
    }
    let held = reach.map { reach in graph.companies.indices.filter(reach.reaches) } ?? []
    subsidiaries = Set(held.compactMap { places.place(of: graph.reference($0)) })
  }

  /// Whether any fact names it.
  var isKnown: Bool { own != nil }

  /// The parts that it, or a company that belongs to it, has in a vessel; sorted.
  func parts(in parties: [VesselParty]) -> [String] {
    let found = parties.compactMap { party -> String? in
      guard let part = party.part, let place = places.place(of: party.company) else { return nil }
      if place == own { return part }
      return subsidiaries.contains(place) ? "\(part) through \(party.company)" : nil
    }
    return Set(found).sorted()
  }

  /// Whether a fact names it or a company that belongs to it.
  func isNamed(by fact: Fact) -> Bool {
    fact.companiesNamed.contains { company in
      places.place(of: company).map { $0 == own || subsidiaries.contains($0) } ?? false
    }
  }
}

extension Fact {
  /// The companies that a fact gives a part in a vessel or in a company.
  fileprivate var companiesNamed: [CompanyReference] {
    switch kind.name {
    case "party": [company("company")].compactMap(\.self)
    case "holding": [company("company"), company("holder")].compactMap(\.self)
    case VesselIdentity.schema.kind.name:
      ["owner", "manager"].compactMap { field in
        value(field).flatMap { CompanyReference(number: nil, name: $0.description) }
      }
    default: []
    }
  }
}

extension HoldingGraph {
  /// The shares of which it is known who has them, each holder with the greatest of its rows.
  fileprivate func knownShare(of company: Int) -> Int64 {
    let rows = Dictionary(
      grouping: holdings[company].filter { $0.role == "shareholder" }, by: \.holder)
    return rows.values.reduce(0) { $0 + ($1.compactMap(\.share).max() ?? 0) }
  }
}
