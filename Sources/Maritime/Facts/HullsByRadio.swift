/// The hull behind each MMSI that only one hull used.
///
/// A hull is its IMO number. A reference by MMSI means the one hull that used the MMSI; when
/// several did, or none is known, the MMSI stands for itself: a radio is not a hull.
public struct HullsByRadio: Sendable {
  /// `nil` inside for an MMSI that several hulls used.
  private let hulls: [MMSI: IMONumber?]

  /// Reads the numbers of facts in any order.
  public init(_ facts: [Fact]) { self.init(facts.lazy.map(\.header.vessel)) }

  /// Reads the numbers that facts give, in any order.
  public init(_ vessels: some Sequence<VesselReference>) {
    var hulls: [MMSI: IMONumber?] = [:]
    for vessel in vessels {
      guard let mmsi = vessel.mmsi, let imo = vessel.imo else { continue }
      if let known = hulls[mmsi], known != imo {
        hulls[mmsi] = .some(nil)
      } else {
        hulls[mmsi] = imo
      }
    }
    self.hulls = hulls
  }

  /// The one hull that used an MMSI; `nil` when several did, or none is known.
  public subscript(mmsi: MMSI) -> IMONumber? { hulls[mmsi] ?? nil }

  /// The reference by which a vessel is told from others: its hull or, without one, its radio.
  public func identity(of vessel: VesselReference) -> VesselReference {
    if let imo = vessel.imo { return VesselReference(imo: imo) }
    return vessel.mmsi.flatMap { self[$0] }.map { VesselReference(imo: $0) } ?? vessel
  }
}
