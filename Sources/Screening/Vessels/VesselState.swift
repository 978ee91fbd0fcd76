public import Maritime

/// What a vessel was at one instant, as far as its identity facts tell.
///
/// Of the facts that hold then, a register's counts before others and AIS last; of two equally
/// good ones the later. When none holds any more, the one that ended last does.
public struct VesselState: Hashable, Sendable {
  /// A field on which equally good sources disagree.
  public struct Conflict: Hashable, Sendable {
    /// The field of the identity.
    public let field: String
    /// What each of them says, the one that counts first.
    public let facts: [Fact]
  }

  /// The vessel's numbers.
  public let vessel: VesselReference
  /// Whatever is known, by the names of `VesselIdentity.stateFields`.
  public let fields: [String: FactValue]
  /// Every name the vessel had, sorted.
  public let names: [String]
  /// The disagreements, in the order of the fields.
  public let conflicts: [Conflict]
  /// The IMO numbers that facts give for the vessel, when there is more than one; sorted.
  public let rivalNumbers: [IMONumber]

  /// Reads the state from facts.
  ///
  /// - Parameters:
  ///   - vessel: The vessel as it was asked for; facts may add the number it lacks.
  ///   - facts: The vessel's facts in any order; only those that began before `time` count.
  ///   - time: The instant, usually the as-of date.
  public init(of vessel: VesselReference, facts: [Fact], at time: UTCTime) {
    let known = facts.filter { $0.header.span.start < time }
    let numbers = Self.numbers(known)
    let imo = vessel.imo ?? (numbers.count == 1 ? numbers.first : nil)
    let mmsi = vessel.mmsi ?? known.max(by: Self.isEarlier)?.header.vessel.mmsi
    self.vessel = VesselReference(mmsi: mmsi, imo: imo) ?? vessel
    rivalNumbers = numbers.count > 1 ? numbers : []

    let identities = known.filter { $0.kind == VesselIdentity.schema.kind }
      .sorted { Self.weight(of: $0, at: time) > Self.weight(of: $1, at: time) }
    var fields: [String: FactValue] = [:]
    for field in VesselIdentity.schema.kind.fields.map(\.name) {
      fields[field] = identities.lazy.compactMap { $0.value(field) }.first
    }
    fields["imo"] = imo.map { .text($0.description) }
    fields["mmsi"] = mmsi.map { .text($0.description) }
    fields["mmsi_country"] = mmsi?.country.map(FactValue.country)
    fields["age"] = Self.age(built: fields["built"], at: time)
    self.fields = fields
    names = Set(identities.compactMap { $0.value("name")?.description }).sorted()
    conflicts = Self.conflicts(among: identities, at: time)
  }

  /// Stands for a company, of which only the name is known.
  init(company: CompanyReference) {
    vessel = .noVessel
    fields = company.name.map { ["name": .text($0)] } ?? [:]
    names = [company.name].compactMap(\.self)
    conflicts = []
    rivalNumbers = []
  }

  /// Takes what is known from elsewhere.
  init(
    vessel: VesselReference, fields: [String: FactValue], names: [String],
    conflicts: [Conflict], rivalNumbers: [IMONumber]
  ) {
    self.vessel = vessel
    self.fields = fields
    self.names = names
    self.conflicts = conflicts
    self.rivalNumbers = rivalNumbers
  }

  /// The name, when known.
  public var name: String? { fields["name"]?.description }
  /// The flag state, when known.
  public var flag: CountryCode? {
    if case .country(let flag) = fields["flag"] { flag } else { nil }
  }
  /// The type, one of `VesselIdentity.types`, when known.
  public var type: String? { fields["type"]?.description }
}

extension VesselState {
  /// The years from the year of build, counted as registers do; `nil` when it is yet to come.
  private static func age(built: FactValue?, at time: UTCTime) -> FactValue? {
    guard case .quantity(let year)? = built else { return nil }
    let age = Int64(time.date.year) - year.steps
    return age < 0 ? nil : .quantity(Quantity(.count, steps: age))
  }

  /// The IMO numbers in facts, sorted; most facts repeat the one before.
  private static func numbers(_ facts: [Fact]) -> [IMONumber] {
    var numbers: Set<IMONumber> = []
    var last: IMONumber?
    for imo in facts.lazy.compactMap(\.header.vessel.imo) where imo != last {
      numbers.insert(imo)
      last = imo
    }
    return numbers.sorted()
  }

  private static func isEarlier(_ a: Fact, _ b: Fact) -> Bool {
    let (first, second) = (a.header.span.start, b.header.span.start)
    return first != second ? first < second : a.id < b.id
  }

  /// What makes one identity fact count before another; the id only breaks ties.
  private struct Weight: Comparable {
    let holds: Int
    let rank: Int
    let since: UTCTime
    let id: String

    static func < (a: Weight, b: Weight) -> Bool {
      (a.holds, a.rank, a.since, a.id) < (b.holds, b.rank, b.since, b.id)
    }
  }

  private static func weight(of fact: Fact, at time: UTCTime) -> Weight {
    let span = fact.header.span
    if let end = span.end, end <= time {
      return Weight(holds: 0, rank: 0, since: end, id: fact.id)
    }
    return Weight(holds: 1, rank: rank(of: fact), since: span.start, id: fact.id)
  }

  private static func rank(of fact: Fact) -> Int {
    switch fact.header.source {
    case "registry": 2
    case "ais": 0
    default: 1
    }
  }

  /// Where a fact comes from: two rows of one file are a history, two files can contradict.
  private static func origin(of fact: Fact) -> [String?] {
    [fact.header.source, fact.header.evidence.first?.file]
  }

  /// The fields that make it another vessel, or another vessel's papers, when they differ.
  private static let decisiveFields = ["flag", "type", "built", "registry_status"]

  private static func conflicts(among identities: [Fact], at time: UTCTime) -> [Conflict] {
    let holding = identities.filter { $0.header.span.end.map { $0 > time } ?? true }
    return decisiveFields.compactMap { field in
      let said = holding.filter { $0.value(field) != nil }
      guard let first = said.first else { return nil }
      let others = said.filter {
        rank(of: $0) == rank(of: first) && origin(of: $0) != origin(of: first)
          && $0.value(field) != first.value(field)
      }
      return others.isEmpty ? nil : Conflict(field: field, facts: [first] + others)
    }
  }
}
