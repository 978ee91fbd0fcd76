public import Maritime

/// The changes between parties that followed each other in one part of a vessel.
///
/// The later party must begin when the earlier has ended, or, when nothing says that it ended,
/// after it began; two at the same time are partners. A beginning that nobody knows, written as
/// 1970, is no change. Two names of one company, by its IMO number, are no change either.
///
/// - Parameter parties: Facts of the kind `party`, in any order; others are ignored.
/// - Returns: Facts of the kind `ownership_change`, in file order.
public func ownershipChanges(between parties: [Fact]) -> [Fact] {
  let roles = Dictionary(grouping: parties.filter { $0.kind == Party.schema.kind }) { fact in
    PartOfVessel(
      vessel: fact.header.vessel.imo.map { VesselReference(imo: $0) } ?? fact.header.vessel,
      role: fact.word("role") ?? "")
  }
  return roles.values.flatMap { facts in
    let inOrder = facts.sorted {
      ($0.header.span.start, $0.id) < ($1.header.span.start, $1.id)
    }
    return zip(inOrder, inOrder.dropFirst()).compactMap(change)
  }.sorted()
}

private struct PartOfVessel: Hashable {
  let vessel: VesselReference
  let role: String
}

private let ownershipDetector = DetectorDescription(name: "ownership", version: 1, parameters: [])

private func change(_ old: Fact, _ new: Fact) -> Fact? {
  let start = new.header.span.start
  guard start.milliseconds > 0, old.header.span.start < start,
    (old.header.span.end ?? start) <= start, let role = new.word("role"),
    case .company(let before)? = old.value("company"),
    case .company(let after)? = new.value("company"), before.isSame(as: after) != true
  else { return nil }
  var change = OwnershipChange(role: role)
  change.from = before.name
  change.to = after.name
  change.fromCountry = old.country("country")
  change.toCountry = new.country("country")
  return OwnershipChange.schema.fact(
    change,
    FactHeader(
      vessel: new.header.vessel, span: TimeSpan(start: start, end: start), position: nil,
      source: new.header.source, evidence: old.header.evidence + new.header.evidence,
      detector: ownershipDetector))
}

extension Fact {
  fileprivate func word(_ field: String) -> String? {
    guard case .word(let word)? = value(field) else { return nil }
    return word
  }

  fileprivate func country(_ field: String) -> CountryCode? {
    guard case .country(let country)? = value(field) else { return nil }
    return country
  }
}
