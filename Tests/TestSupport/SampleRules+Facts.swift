public import Maritime
public import RuleLanguage
import StrictYAML

extension SampleRules {
  /// The instant from which `fact` counts its hours.
  public static let epoch = UTCTime(seconds: 1_750_000_000)

  /// The vessel that samples are about.
  public static let vessel = sampleVessel(mmsi: 273_000_001)

  /// A fact of the sample catalogue, from one whole hour to another.
  public static func fact(
    _ name: String, _ start: Int, _ end: Int, of vessel: VesselReference = vessel,
    at position: Coordinate? = nil, _ values: [String: FactValue?] = [:]
  ) -> Fact {
    guard let kind = catalog.kind(name) else { preconditionFailure("no kind \(name)") }
    let header = FactHeader(
      vessel: vessel, span: TimeSpan(start: hour(start), end: hour(end)), position: position,
      source: "ais", evidence: [], detector: nil)
    return Fact(kind: kind, header: header, values: kind.fields.map { values[$0.name] ?? nil })
  }

  /// The instant so many hours after `epoch`.
  public static func hour(_ hour: Int) -> UTCTime {
    UTCTime(milliseconds: epoch.milliseconds + Int64(hour) * 3_600_000)
  }

  /// An input about `vessel` among the facts of all vessels, 400 days after `epoch`.
  public static func input(_ facts: [Fact]) -> EvaluationInput {
    let fleet = FleetFacts(facts)
    return EvaluationInput(
      vessel: vessel, state: [:], facts: fleet.all.filter { $0.header.vessel == vessel },
      fleet: fleet, now: hour(400 * 24), lists: { _ in .notListed })
  }

  /// The rule with this `match:`; a mistake in it is a mistake in the test.
  public static func compiled(match: String, rest: String = "") -> CompiledRule {
    let text = rule(match: match, rest: rest)
    let compilation = compiler.compile(Array(text.utf8), file: "sample.yaml")
    guard let rule = compilation.rule else {
      let problems = compilation.diagnostics.map(\.message).joined(separator: "; ")
      preconditionFailure("\(match): \(problems)")
    }
    return rule
  }

  /// Whatever is asked about one of a few choices.
  public static func pick<Choice>(_ choices: [Choice], _ random: inout SeededGenerator) -> Choice {
    choices[Int(random.next() % UInt64(choices.count))]
  }
}

extension SeededGenerator {
  /// A whole number of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True once in so many times.
  public mutating func chance(oneIn number: Int) -> Bool { next() % UInt64(number) == 0 }
}
