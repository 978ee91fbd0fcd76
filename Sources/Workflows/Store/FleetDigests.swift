import Maritime
import RuleLanguage
import Screening
import Storage

/// The digests that tell whether a vessel's verdict can have changed.
///
/// A verdict depends on the vessel's facts, on the manifest, and on the facts of other vessels as
/// far as some rule looks beyond its vessel.
struct FleetDigests: Sendable {
  /// The digest of all that the verdict of each vessel depends on, by its place.
  let inputs: [String]
  /// What is not screened and counts for those that are: other vessels, and the companies.
  let neighbours: [VesselGrouping.Key]

  init(
    _ keys: [VesselGrouping.Key], in prepared: PreparedScreening, manifest: String, threads: Int
  ) async throws {
    let records = prepared.records
    let surroundings = await FleetSurroundings(prepared, threads: threads)
    inputs = try await inParallel(keys.count, threads: threads) { place in
      Result {
        let own = try records.digest(keys[place])
        return Digest(
          ofParts: [manifest, surroundings.digest(of: keys[place]), keys[place].text, own]
        ).description
      }
    }.map { try $0.get() }
    let chosen = Set(keys)
    let around =
      prepared.reach.isEverything || !prepared.reach.kinds.isEmpty
      ? records.keys : keys.flatMap(surroundings.contacts).filter(Set(records.keys).contains)
    neighbours = Set(around).union(records.hasCompanies ? [.companies] : [])
      .subtracting(chosen).sorted()
  }

  /// The digest of the whole run.
  func run(_ manifest: String) -> String { Digest(ofParts: [manifest] + inputs).description }
}

/// What rules see beyond each vessel.
struct FleetSurroundings: Sendable {
  /// The digest of facts that count for every vessel.
  private let everywhere: String
  /// The digest of what a vessel's contacts are, by vessel; those without contacts are left out.
  private let own: [VesselGrouping.Key: String]
  private let named: [VesselGrouping.Key: Set<VesselGrouping.Key>]

  init(_ prepared: PreparedScreening, threads: Int) async {
    let (reach, hulls) = (prepared.reach, prepared.records.hulls)
    let facts = prepared.terms.fleet.all
    let shared = facts.filter {
      reach.isEverything || reach.kinds.contains($0.kind.name) || !$0.kind.isAboutVessel
    }
    everywhere = Digest(ofParts: shared.map { $0.part(hulls) }).description
    let contacts = Dictionary(grouping: facts.filter { reach.contacts.contains($0.kind.name) }) {
      VesselGrouping.Key($0.header.vessel, hulls)
    }
    let vessels = contacts.keys.sorted()
    let digests = await inParallel(vessels.count, threads: threads) { place in
      Digest(ofParts: (contacts[vessels[place]] ?? []).map { $0.part(hulls) }).description
    }
    own = Dictionary(zip(vessels, digests)) { first, _ in first }
    named = contacts.mapValues { facts in
      Set(facts.flatMap(\.otherVessels).map { VesselGrouping.Key($0, hulls) })
    }
  }

  /// The vessels that a vessel's contacts name.
  func contacts(of vessel: VesselGrouping.Key) -> Set<VesselGrouping.Key> { named[vessel] ?? [] }

  /// The digest of what rules see beyond a vessel: a chain of contacts has two at most, the second
  /// of which is a contact of a vessel that the first one names.
  func digest(of vessel: VesselGrouping.Key) -> String {
    guard let first = own[vessel] else { return everywhere }
    let others = contacts(of: vessel).sorted().flatMap { [$0.text, own[$0] ?? ""] }
    return Digest(ofParts: [everywhere, first] + others).description
  }
}

extension Fact {
  /// The vessels that the fact names beside its own.
  var otherVessels: [VesselReference] {
    values.compactMap { if case .vessel(let vessel) = $0 { vessel } else { nil } }
  }

  /// The fact with the hulls behind the vessels it names, which come from all facts.
  fileprivate func part(_ hulls: HullsByRadio) -> String {
    let vessels = [header.vessel] + otherVessels
    return jsonLine + vessels.map { " \(hulls.identity(of: $0))" }.joined()
  }
}

extension VesselGrouping.Key {
  /// Reads the key as the store writes it.
  init?(text: String) {
    if text.hasPrefix("imo:"), let imo = IMONumber(text.dropFirst(4)) {
      self = .hull(imo)
    } else if text.hasPrefix("mmsi:"), let mmsi = MMSI(text.dropFirst(5)) {
      self = .radio(mmsi)
    } else if text == Self.companies.text {
      self = .companies
    } else {
      return nil
    }
  }

  /// The key as the store writes it: `imo:9074729` or `mmsi:273000001`.
  var text: String {
    switch self {
    case .hull(let imo): "imo:\(imo)"
    case .radio(let mmsi): "mmsi:\(mmsi)"
    case .companies: "companies"
    }
  }
}
