public import Maritime
public import RuleLanguage

/// Histories of made-up vessels: every kind of a catalogue, values missing everywhere, open facts,
/// and times and amounts on and beside the borders that rules ask about.
public struct RandomHistories {
  private let catalog: FactCatalog
  private let ports: [Port]
  private let zones: [Zone]
  private let words: RuleWords
  private var random: SeededGenerator

  /// Creates a generator; equal seeds give equal histories.
  ///
  /// Values are drawn from the amounts and names in `rules`, the texts of the rules to be asked.
  public init(seed: UInt64, catalog: FactCatalog, gazetteer: Gazetteer, rules: [String]) {
    self.catalog = catalog
    words = RuleWords(rules)
    let named = words.ports(in: gazetteer)
    ports = named + gazetteer.ports.prefix(5)
    zones = words.zones(in: gazetteer) + gazetteer.zones.prefix(2)
    random = SeededGenerator(seed: seed)
  }

  /// The as-of instant of every history: a month's end, so that calendar months clamp.
  public static let now = utc("2026-03-31T12:00Z")

  /// A vessel with up to `facts` facts.
  public mutating func input(facts count: Int) -> EvaluationInput {
    let vessel = vessel()
    let facts = (0..<Int.random(in: 0...count, using: &random)).map { _ in fact(of: vessel) }
    var state: [String: FactValue] = [:]
    for field in VesselIdentity.stateFields { state[field.name] = value(of: field.type) }
    return EvaluationInput(
      vessel: vessel, state: state, facts: facts.sorted(), now: Self.now,
      lists: { listAnswer($0) })
  }

  /// So many vessels that know of one another's facts.
  public mutating func fleet(vessels count: Int, facts: Int) -> [EvaluationInput] {
    let alone = (0..<count).map { _ in input(facts: facts) }
    let fleet = FleetFacts(alone.flatMap(\.facts))
    return alone.map {
      EvaluationInput(
        subject: $0.subject, state: $0.state, facts: $0.facts, fleet: fleet, now: $0.now,
        lists: $0.lists)
    }
  }

  private mutating func fact(of vessel: VesselReference) -> Fact {
    let kind = pick(catalog.kinds)
    let start = time()
    let length = isRare(8) ? 0 : max(0, amount(.duration))
    let end = isRare(6) ? nil : UTCTime(milliseconds: start.milliseconds + length)
    let header = FactHeader(
      vessel: vessel, span: TimeSpan(start: start, end: end),
      position: isRare(5) ? nil : position(),
      source: pick(["ais", "registry", "satellite", "agent", "customs", "inferred", "import:x"]),
      evidence: [], detector: nil)
    let values = kind.fields.map { value(of: $0.type) }
    return Fact(kind: kind, header: header, values: values)
  }

  /// A value that rules may ask about, or none.
  private mutating func value(of type: FieldType) -> FactValue? {
    if isRare(5) { return nil }
    switch type {
    case .time: return .time(time())
    case .quantity(let dimension): return .quantity(Quantity(dimension, steps: amount(dimension)))
    case .money: return Money(pick(["60USD", "62.50USD", "60EUR"])).map(FactValue.money)
    case .position: return .position(position())
    case .vessel: return .vessel(vessel())
    case .company:
      let number = isRare(2) ? nil : pick(["5123456", "5000000"])
      return CompanyReference(number: number, name: pick(["A", "B"])).map(FactValue.company)
    case .port: return .port(pick(ports).reference)
    case .zone: return .zone(pick(zones).id)
    case .country: return CountryCode(pick(words.countries)).map(FactValue.country)
    case .word(let choices): return .word(pick(choices))
    case .text: return .text(pick(["A", "B", "KP", "agent"]))
    case .bool: return .bool(isRare(2))
    }
  }
}

extension RandomHistories {
  private mutating func isRare(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func vessel() -> VesselReference {
    let imo = pick([9_074_729, 9_000_003, 9_358_010])
    let mmsi = pick([273_000_001, 445_000_001, 414_000_001])
    return switch Int.random(in: 0..<3, using: &random) {
    case 0: sampleVessel(imo: imo)
    case 1: sampleVessel(mmsi: UInt32(mmsi))
    default: sampleVessel(imo: imo, mmsi: UInt32(mmsi))
    }
  }

  /// Mostly recent, so that facts come close to one another; some on the borders of windows.
  private mutating func time() -> UTCTime {
    let beside = Int64.random(in: -1...1, using: &random)
    if isRare(8) {
      let start = Self.now.adding(months: -pick([0, 1, 3, 6, 12, 24, 36]))
      return UTCTime(milliseconds: start.milliseconds + beside)
    }
    let days = pick([20, 200, 1000])
    let hours = Int64.random(in: -24...Int64(days) * 24, using: &random)
    return UTCTime(milliseconds: Self.now.milliseconds - hours * 3_600_000 + beside)
  }

  private mutating func amount(_ dimension: Dimension) -> Int64 {
    let known = words.amounts[dimension] ?? [0, 1, 2, 3, 1000, 1_000_000]
    return pick(known) + Int64.random(in: -1...1, using: &random)
  }

  /// At a corner of a zone or in a port, or a little way off.
  private mutating func position() -> Coordinate {
    var place = pick(ports).areas.first?.center
    if isRare(2) {
      let ring = pick(zones).polygons.first?.first ?? []
      if !ring.isEmpty { place = pick(ring) }
    }
    let off = Double.random(in: -3...3, using: &random)
    let (latitude, longitude) = (place?.latitude ?? 0, place?.longitude ?? 0)
    let point = Coordinate(latitude: latitude + off, longitude: longitude - off)
    return point ?? Coordinate(latitude: 0, longitude: 0) ?? pick(ports[0].areas).center
  }
}

/// The same answer for the same question, each sort often enough.
private func listAnswer(_ query: ListQuery) -> ListAnswer {
  let number: Int
  switch query.subject {
  case .vessel(let vessel): number = vessel.imo?.value ?? Int(vessel.mmsi?.value ?? 0)
  case .company(let company): number = company.number.flatMap(Int.init) ?? 0
  }
  let days = Int(query.time.milliseconds / 864_000_000)
  let letters = query.list.utf8.reduce(0) { $0 + Int($1) }
  switch (number + days + letters) % 5 {
  case 0: return .unknown(reason: "\(query.list) has no dates", entries: [])
  case 1: return .listed([])
  default: return .notListed
  }
}
