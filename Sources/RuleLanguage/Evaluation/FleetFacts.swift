public import Maritime

/// The facts of all vessels, by kind and by vessel.
///
/// Made once for a run: copies share their storage, so that each subject's input can hold it.
public struct FleetFacts: Sendable {
  /// No facts.
  public static let empty = FleetFacts([])

  /// Every fact, in the order of facts files.
  public let all: [Fact]
  private let byKind: [String: [Fact]]
  private let byVessel: [VesselOfKind: [Fact]]
  private let hulls: [MMSI: IMONumber]

  private struct VesselOfKind: Hashable {
    let kind: String
    let vessel: VesselReference
  }

  /// Creates a view of facts in any order.
  ///
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public init(_ facts: [Fact]) {
    let sorted = facts.sorted()
    let hulls = Self.hulls(sorted)
    all = sorted
    self.hulls = hulls
    byKind = Dictionary(grouping: sorted, by: \.kind.name)
    byVessel = Dictionary(grouping: sorted) {
      VesselOfKind(kind: $0.kind.name, vessel: Self.identity($0.header.vessel, hulls))
    }
  }

  /// The facts of one kind, in order.
  public func facts(of kind: FactKind) -> [Fact] { byKind[kind.name] ?? [] }

  /// The facts of one kind about one vessel, in order.
  public func facts(of kind: FactKind, about vessel: VesselReference) -> [Fact] {
    byVessel[VesselOfKind(kind: kind.name, vessel: identity(vessel))] ?? []
  }

  /// The reference by which a vessel is told from others: its hull or, without one, its radio.
  ///
  /// A reference by MMSI means the hull that used the MMSI; when several did, or none is known, it
  /// stands for itself.
  public func identity(_ vessel: VesselReference) -> VesselReference {
    Self.identity(vessel, hulls)
  }

  private static func identity(
    _ vessel: VesselReference, _ hulls: [MMSI: IMONumber]
  ) -> VesselReference {
    if let imo = vessel.imo { return VesselReference(imo: imo) }
    return vessel.mmsi.flatMap { hulls[$0] }.map { VesselReference(imo: $0) } ?? vessel
  }

  /// The hull of each MMSI that only one hull used.
  private static func hulls(_ facts: [Fact]) -> [MMSI: IMONumber] {
    var seen: [MMSI: Set<IMONumber>] = [:]
    for fact in facts {
      if let mmsi = fact.header.vessel.mmsi, let imo = fact.header.vessel.imo {
        seen[mmsi, default: []].insert(imo)
      }
    }
    return seen.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}
