public import Maritime

/// The facts of all vessels, by kind and by vessel.
///
/// Made once for a run: copies share their storage, so that each subject's input can hold it.
public struct FleetFacts: Sendable {
  /// No facts.
  public static let empty = FleetFacts([])

  /// A class, because every input holds the fleet, and a copy must cost one reference.
  private final class Content: Sendable {
    let all: [Fact]
    let byKind: [String: [Fact]]
    let byVessel: [VesselOfKind: [Fact]]
    let hulls: HullsByRadio

    init(_ facts: [Fact], hulls: HullsByRadio?) {
      let sorted = facts.inFileOrder()
      let hulls = hulls ?? HullsByRadio(sorted)
      all = sorted
      self.hulls = hulls
      byKind = Dictionary(grouping: sorted, by: \.kind.name)
      byVessel = Dictionary(grouping: sorted) {
        VesselOfKind(kind: $0.kind.name, vessel: hulls.identity(of: $0.header.vessel))
      }
    }
  }

  private struct VesselOfKind: Hashable {
    let kind: String
    let vessel: VesselReference
  }

  private let content: Content

  /// Creates a view of facts in any order.
  ///
  /// - Parameters:
  ///   - facts: The facts, or those of the kinds that rules look for beyond their vessel.
  ///   - hulls: The hulls behind radios as all facts tell, when `facts` are not all.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public init(_ facts: [Fact], hulls: HullsByRadio? = nil) {
    content = Content(facts, hulls: hulls)
  }

  /// Every fact, in the order of facts files.
  public var all: [Fact] { content.all }

  /// The facts of one kind, in order.
  public func facts(of kind: FactKind) -> [Fact] { content.byKind[kind.name] ?? [] }

  /// The facts of one kind about one vessel, in order.
  public func facts(of kind: FactKind, about vessel: VesselReference) -> [Fact] {
    content.byVessel[VesselOfKind(kind: kind.name, vessel: identity(vessel))] ?? []
  }

  /// The reference by which a vessel is told from others: its hull or, without one, its radio.
  public func identity(_ vessel: VesselReference) -> VesselReference {
    content.hulls.identity(of: vessel)
  }

  /// Whether two views are of the same facts because one is a copy of the other.
  func isSame(as other: FleetFacts) -> Bool { content === other.content }
}
