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
    factsByVessel = Dictionary(grouping: facts) { Self.key($0.header.vessel, hulls) }
  }

  /// All vessels that have a fact, hulls first, by number.
  var keys: [Key] { factsByVessel.keys.filter { $0 != .companies }.sorted() }

  /// Everything that has a fact, the companies last.
  var allKeys: [Key] { factsByVessel.keys.sorted() }

  /// The vessel that a user means by a number; `nil` when the number is neither IMO nor MMSI.
  func key(_ number: String) -> Key? {
    if let imo = IMONumber(number) { return .hull(imo) }
    guard number.utf8.count == 9, let mmsi = MMSI(number) else { return nil }
    return hulls[mmsi].map(Key.hull) ?? .radio(mmsi)
  }

  /// The facts of a vessel, in the order of facts files.
  func facts(_ key: Key) -> [Fact] { (factsByVessel[key] ?? []).inFileOrder() }

  /// The facts of a vessel as a facts file.
  func lines(_ key: Key) -> [UInt8] { FactFile.lines(of: facts(key)) }

  /// A vessel with its facts; one that nothing is known of has none.
  func subject(_ key: Key) -> ScreeningSubject {
    let facts = facts(key)
    let observations = facts.filter { $0.kind.name == "observation" }
    return ScreeningSubject(
      vessel: reference(key, facts), facts: facts,
      positions: observations.reduce(0) { $0 + $1.positionsRead },
      observed: Self.span(observations))
  }

  /// The hull with the MMSI of its latest fact.
  private func reference(_ key: Key, _ facts: [Fact]) -> VesselReference {
    switch key {
    case .companies: return .noVessel
    case .radio(let mmsi): return VesselReference(mmsi: mmsi)
    case .hull(let imo):
      let latest = facts.filter { $0.header.vessel.mmsi != nil }
        .max { $0.header.span.start < $1.header.span.start }
      return VesselReference(imo: imo, mmsi: latest?.header.vessel.mmsi)
    }
  }

  private static func key(_ vessel: VesselReference, _ hulls: HullsByRadio) -> Key {
    let identity = hulls.identity(of: vessel)
    if let imo = identity.imo { return .hull(imo) }
    return identity.mmsi.map(Key.radio) ?? .companies
  }

  private static func span(_ observations: [Fact]) -> TimeSpan? {
    guard let start = observations.map(\.header.span.start).min() else { return nil }
    return TimeSpan(start: start, end: observations.compactMap(\.header.span.end).max())
  }
}

extension Fact {
  /// The number of positions behind an observation.
  fileprivate var positionsRead: Int {
    if case .quantity(let count) = value("positions") { Int(count.steps) } else { 0 }
  }
}
