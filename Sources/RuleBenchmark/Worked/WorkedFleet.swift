import Maritime
import RuleLanguage
import Workflows

/// A made-up fleet around Korea whose facts come near the eight worked rules.
struct WorkedFleet {
  static let now = UTCTime(seconds: 1_772_323_200)
  private static let day: Int64 = 86_400_000

  private var random: RandomNumbers
  private let hulls: [IMONumber]
  private(set) var facts: [Fact] = []
  /// The vessels' own fields, in the order of the hulls.
  private(set) var states: [(hull: IMONumber, fields: [String: FactValue])] = []
  /// When a hull was listed; those not named never were.
  private(set) var listed: [IMONumber: UTCTime] = [:]

  init(vessels count: Int, seed: UInt64) {
    random = RandomNumbers(seed: seed)
    hulls = (910_000...).lazy.prefix(count).compactMap { number in
      (0...9).lazy.compactMap { IMONumber(number * 10 + $0) }.first
    }
    for hull in hulls {
      if random.next(25) == 0 { listed[hull] = time(within: 700) }
      states.append((hull, state()))
      for _ in 0..<40 { facts.append(fact(of: hull)) }
      if random.next(20) == 0 { addShuttle(of: hull) }
      if random.next(10) == 0 { addDelivery(of: hull) }
    }
    facts = Array(Set(facts)).sorted()
  }

  /// One question for each vessel.
  var inputs: [EvaluationInput] {
    let fleet = FleetFacts(facts)
    let groups = Dictionary(grouping: facts) { $0.header.vessel.imo }
    return states.map { hull, fields in
      EvaluationInput(
        vessel: VesselReference(imo: hull), state: fields, facts: groups[hull] ?? [], fleet: fleet,
        now: Self.now, lists: answer)
    }
  }

  /// The question about all vessels together.
  var program: EvaluationInput {
    EvaluationInput(program: FleetFacts(facts), now: Self.now, lists: answer)
  }

  private var answer: @Sendable (ListQuery) -> ListAnswer {
    { [listed] query in
      guard let hull = query.vessel?.imo, let from = listed[hull], from <= query.time else {
        return .notListed
      }
      return .listed([])
    }
  }
}

extension WorkedFleet {
  private mutating func state() -> [String: FactValue] {
    var fields: [String: FactValue] = [:]
    if random.next(10) > 0 { fields["flag"] = country(["PA", "KM", "RU", "GM"]) }
    if random.next(10) > 0 { fields["mmsi_country"] = country(["PA", "KM", "RU"]) }
    if random.next(3) == 0 {
      fields["registry_status"] = .word(random.pick(["open", "open", "closed", "fraudulent"]))
    }
    if random.next(10) > 0 {
      fields["type"] = .word(random.pick(["tanker", "general_cargo", "ro_ro_passenger"]))
    }
    return fields
  }

  private mutating func fact(of hull: IMONumber) -> Fact {
    let kind = random.pick([
      "ais_gap", "ais_gap", "port_call", "port_call", "encounter", "flag_change", "anomaly",
      "discharge", "identity",
    ])
    let start = time(within: 760)
    let hours = Int64(random.next(kind == "identity" ? 400 : 60))
    let open = random.next(50) == 0
    let end = UTCTime(milliseconds: start.milliseconds + hours * 3_600_000)
    return fact(kind, hull, start, open ? nil : end)
  }

  private mutating func fact(
    _ name: String, _ hull: IMONumber, _ start: UTCTime, _ end: UTCTime?,
    _ given: [String: FactValue] = [:]
  ) -> Fact {
    guard let kind = FactCatalog.standard.kind(name) else { preconditionFailure("no \(name)") }
    let header = FactHeader(
      vessel: VesselReference(imo: hull), span: TimeSpan(start: start, end: end),
      position: random.next(10) == 0 ? nil : random.point(near: (38, 126), degrees: 6),
      source: random.pick(["ais", "ais", "inferred", "satellite", "agent"]), evidence: [],
      detector: nil)
    let values = kind.fields.map { given[$0.name] ?? value(of: $0) }
    return Fact(kind: kind, header: header, values: values)
  }

  private mutating func value(of field: FieldDeclaration) -> FactValue? {
    if field.isOptional, random.next(10) == 0 { return nil }
    switch field.type {
    case .time: return .time(Self.now)
    case .quantity(let dimension):
      let unit = dimension.units[0].steps
      let steps = dimension == .ratio ? Int64(random.next(11)) * 100_000 : amount(field.name, unit)
      return .quantity(Quantity(dimension, steps: steps))
    case .position: return .position(random.point(near: (38, 126), degrees: 6))
    case .vessel: return .vessel(VesselReference(imo: random.pick(hulls)))
    case .company: return CompanyReference(number: nil, name: "EXAMPLE").map(FactValue.company)
    case .port: return port(["KPNAM", "KPRJN", "RUVYP", "CNDLC", "KRPUS"])
    case .zone: return nil
    case .country: return country(["KP", "CN", "RU", "PA"])
    case .word(let words): return .word(random.pick(words))
    case .text: return .text("EXAMPLE")
    case .bool: return .bool(random.next(2) == 0)
    case .money: return nil
    }
  }

  private mutating func amount(_ field: String, _ unit: Int64) -> Int64 {
    switch field {
    case "volume": Int64(random.next(4000)) * unit
    case "median_distance": Int64(random.next(6)) * unit / 10
    default: Int64(random.next(25)) * unit
    }
  }

  /// Calls on either side of the border, one after the other, now and then too far apart.
  private mutating func addShuttle(of hull: IMONumber) {
    var start = time(within: 500)
    for leg in 0..<8 {
      let end = UTCTime(milliseconds: start.milliseconds + 20 * 3_600_000)
      let place = port([leg.isMultiple(of: 2) ? "KPRJN" : "RUVYP"])
      facts.append(fact("port_call", hull, start, end, place.map { ["port": $0] } ?? [:]))
      let pause = Int64(40 + random.next(90)) * 3_600_000
      start = UTCTime(milliseconds: end.milliseconds + pause)
    }
  }

  /// A false position near the DPRK and then a discharge.
  private mutating func addDelivery(of hull: IMONumber) {
    let start = time(within: 700)
    let end = UTCTime(milliseconds: start.milliseconds + Self.day)
    facts.append(
      fact(
        "anomaly", hull, start, end,
        ["kind": .word("circle"), "displacement": .quantity(.length(metres: 30_000))]))
    let begun = UTCTime(milliseconds: end.milliseconds + Int64(random.next(8)) * Self.day)
    let done = UTCTime(milliseconds: begun.milliseconds + Self.day)
    facts.append(fact("discharge", hull, begun, done))
  }

  private mutating func time(within days: Int) -> UTCTime {
    let minutes = Int64(1 + random.next(days * 1440))
    return UTCTime(milliseconds: Self.now.milliseconds - minutes * 60_000)
  }

  private mutating func country(_ codes: [String]) -> FactValue? {
    CountryCode(random.pick(codes)).map(FactValue.country)
  }

  private mutating func port(_ codes: [String]) -> FactValue? {
    Gazetteer.shipped.port(random.pick(codes)).map { .port($0.reference) }
  }
}
