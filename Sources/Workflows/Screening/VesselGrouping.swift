import Maritime
import Screening

/// Facts sorted by the hull they are about, and those about companies alone.
///
/// `HullsByRadio` says which hull a fact that names only an MMSI is about.
struct VesselGrouping: Sendable {
  private let factsByVessel: [Key: [Fact]]
  private let hulls: HullsByRadio

  enum Key: Hashable, Comparable {
    case hull(IMONumber)
    case radio(MMSI)
    /// The facts that name no vessel, which verdicts on all vessels may rest on.
    case companies

    static func < (a: Key, b: Key) -> Bool {
      switch (a, b) {
      case (.hull(let x), .hull(let y)): x < y
      case (.radio(let x), .radio(let y)): x < y
      case (.hull, .radio), (.hull, .companies), (.radio, .companies): true
      case (.radio, .hull), (.companies, _): false
      }
    }
  }

  init(_ facts: [Fact]) {
    let hulls = HullsByRadio(facts)
    self.hulls = hulls
    factsByVessel = Dictionary(grouping: facts) { Key($0.header.vessel, hulls) }
  }

  /// All vessels that have a fact, hulls first, by number.
  var keys: [Key] { factsByVessel.keys.filter { $0 != .companies }.sorted() }

  /// The vessel that a user means by a number; `nil` when the number is neither IMO nor MMSI.
  func key(_ number: String) -> Key? { Key(number, hulls) }

  /// The facts of a vessel, in the order of facts files.
  func facts(_ key: Key) -> [Fact] { (factsByVessel[key] ?? []).inFileOrder() }

  /// A vessel with its facts; one that nothing is known of has none.
  func subject(_ key: Key) -> ScreeningSubject { ScreeningSubject(key, facts(key)) }
}

extension VesselGrouping.Key {
  /// The hull that a fact is about, or else its radio, or the companies.
  init(_ vessel: VesselReference, _ hulls: HullsByRadio) {
    let identity = hulls.identity(of: vessel)
    self = identity.imo.map(Self.hull) ?? identity.mmsi.map(Self.radio) ?? .companies
  }

  /// The vessel that a user means by a number; `nil` when the number is neither IMO nor MMSI.
  init?(_ number: String, _ hulls: HullsByRadio) {
    if let imo = IMONumber(number) {
      self = .hull(imo)
    } else {
      guard number.utf8.count == 9, let mmsi = MMSI(number) else { return nil }
      self = hulls[mmsi].map(Self.hull) ?? .radio(mmsi)
    }
  }

  /// The hull with the MMSI of its latest fact.
  fileprivate func reference(_ facts: [Fact]) -> VesselReference {
    switch self {
    case .companies: return .noVessel
    case .radio(let mmsi): return VesselReference(mmsi: mmsi)
    case .hull(let imo):
      let latest = facts.filter { $0.header.vessel.mmsi != nil }
        .max { $0.header.span.start < $1.header.span.start }
      return VesselReference(imo: imo, mmsi: latest?.header.vessel.mmsi)
    }
  }
}

extension ScreeningSubject {
  /// A vessel with its facts in file order.
  init(_ key: VesselGrouping.Key, _ facts: [Fact]) {
    let observations = facts.filter { $0.kind.name == "observation" }
    self.init(
      vessel: key.reference(facts), facts: facts,
      positions: observations.reduce(0) { $0 + $1.positionsRead },
      observed: TimeSpan(around: observations))
  }
}

extension TimeSpan {
  /// From the first start to the last end; `nil` without facts.
  fileprivate init?(around facts: [Fact]) {
    guard let start = facts.map(\.header.span.start).min() else { return nil }
    self.init(start: start, end: facts.compactMap(\.header.span.end).max())
  }
}

extension Fact {
  /// The number of positions behind an observation.
  fileprivate var positionsRead: Int {
    if case .quantity(let count) = value("positions") { Int(count.steps) } else { 0 }
  }
}
