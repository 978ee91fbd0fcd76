import Maritime
import RuleLanguage
import Screening
import Workflows

/// Two years of a made-up vessel: facts of every kind, the same for equal seeds.
struct History {
  static let now = UTCTime(seconds: 1_772_323_200)

  private var random: RandomNumbers
  private let vessel = VesselReference(mmsi: MMSI(273_000_001), imo: IMONumber(9_074_729))
  private(set) var facts: [Fact] = []

  init(facts count: Int, seed: UInt64) {
    random = RandomNumbers(seed: seed)
    guard let vessel else { return }
    let kinds = FactCatalog.standard.kinds
    facts = (0..<count).map { _ in fact(kinds[random.next(kinds.count)], of: vessel) }
  }

  var subject: ScreeningSubject {
    guard let vessel else { preconditionFailure("the numbers are valid") }
    return ScreeningSubject(vessel: vessel, facts: facts, positions: 10_000, observed: nil)
  }

  private mutating func fact(_ kind: FactKind, of vessel: VesselReference) -> Fact {
    let start = UTCTime(seconds: 1_772_323_200 - random.next(730 * 86_400))
    let header = FactHeader(
      vessel: vessel,
      span: TimeSpan(
        start: start,
        end: UTCTime(milliseconds: start.milliseconds + Int64(random.next(259_200_000)))),
      position: position(), source: random.next(4) == 0 ? "inferred" : "ais", evidence: [],
      detector: nil)
    return Fact(kind: kind, header: header, values: kind.fields.map { value($0) })
  }

  private mutating func value(_ field: FieldDeclaration) -> FactValue? {
    if field.isOptional, random.next(10) == 0 { return nil }
    switch field.type {
    case .time: return .time(Self.now)
    case .quantity(let dimension):
      return .quantity(
        Quantity(dimension, steps: Int64(random.next(50)) * dimension.units[0].steps / 10))
    case .position: return .position(position())
    case .vessel: return vessel.map(FactValue.vessel)
    case .money: return Money("60USD").map(FactValue.money)
    case .company:
      return CompanyReference(number: nil, name: "EXAMPLE").map(FactValue.company)
    case .port:
      let ports = Gazetteer.shipped.ports
      return .port(ports[random.next(ports.count)].reference)
    case .zone:
      let zones = Gazetteer.shipped.zones
      return .zone(zones[random.next(zones.count)].id)
    case .country:
      return CountryCode(["PA", "RU", "CN", "LR"][random.next(4)]).map(FactValue.country)
    case .word(let words): return .word(words[random.next(words.count)])
    case .text: return .text(["EXAMPLE", "OTHER"][random.next(2)])
    case .bool: return .bool(random.next(2) == 0)
    }
  }

  private mutating func position() -> Coordinate {
    let point = Coordinate(
      latitudeE7: Int32(random.next(1_200_000_000) - 600_000_000),
      longitudeE7: Int32(random.next(3_600_000_000) - 1_800_000_000))
    guard let point else { preconditionFailure("the numbers are on the Earth") }
    return point
  }
}
