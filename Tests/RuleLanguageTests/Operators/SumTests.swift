import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct SumTests {
  /// Every world is tried: each fact counts or not, is small or large, as far as it is not known.
  @Test func agreesWithEveryWorld() {
    var random = SeededGenerator(seed: 2397)
    var answers: [RuleEvaluation.Answer: Int] = [:]
    for _ in 0..<rounds(150) {
      let shape = SumShape(&random)
      let rule = SampleRules.compiled(match: shape.yaml)
      for _ in 0..<20 {
        let facts = (0..<random.number(1...5)).map { _ in randomDischarge(&random) }
        let answer = rule.evaluate(SampleRules.input(facts)).answer
        answers[answer, default: 0] += 1
        guard answer == shape.answer(facts) else {
          Issue.record("\(shape.yaml)\n\(facts)\n\(answer), not \(shape.answer(facts))")
          return
        }
        let turned = rule.evaluate(SampleRules.input(facts.reversed()))
        #expect(turned.answer == answer)
      }
    }
    #expect(answers.values.allSatisfy { $0 > 300 } && answers.count == 3, "\(answers)")
  }

  private func randomDischarge(_ random: inout SeededGenerator) -> Fact {
    let start = random.number(0...900)
    let volume = random.chance(oneIn: 8) ? nil : random.number(1...60)
    let country = SampleRules.pick(["KP", "KP", "CN", nil], &random).flatMap { CountryCode($0) }
    return SampleRules.fact(
      "discharge", start, start + 1,
      [
        "volume": volume.map { .quantity(Quantity(.volume, steps: Int64($0) * 1000)) },
        "destination_country": country.map(FactValue.country),
      ])
  }

  @Test func attributesAndNamesTiers() throws {
    let rule = SampleRules.compiled(
      match: """
        sum:
          of: {as: cargo, fact: discharge, across: all_vessels}
          field: volume
          bounds: {low: 0.5, high: 1}
          window: calendar_year
          at_least: 100bbl
          tiers: [50%, 75%, 100%]
          attribute_to: [cargo]
        """,
      rest: """
        for: program
        evidence: {say: "{cargo.low} to {cargo.high} in {cargo.count}, {cargo.tier} of the cap"}
        """)
    let vessels: [UInt32] = [273_000_001, 273_000_002, 273_000_003, 273_000_002]
    let facts = zip(vessels, [60, 50, 60, 10]).enumerated().map { index, each in
      SampleRules.fact(
        "discharge", index * 24, index * 24 + 1, of: sampleVessel(mmsi: each.0),
        ["volume": .quantity(Quantity(.volume, steps: each.1 * 1000))])
    }
    let match = try #require(rule.evaluate(programInput(facts)).matches.first)
    #expect(match.sentence == "90 bbl to 180 bbl in 4, 75 % of the cap")
    #expect(match.vessels == [273_000_002, 273_000_003].map { sampleVessel(mmsi: $0) })
    #expect(match.values.map(\.name) == ["cargo.high", "cargo.low", "cargo.tier"])
    let fewer = rule.evaluate(programInput(Array(facts.prefix(1))))
    #expect(fewer.answer == .unknown)
    #expect(
      fewer.undetermined.map(\.missing) == ["the sum, which lies between 30 bbl and 60 bbl"])
  }

  /// The year ends at midnight UTC, and each year that reaches the amount is a match.
  @Test func sumsByCalendar() {
    func rule(_ window: String) -> CompiledRule {
      SampleRules.compiled(
        match: """
          sum: {of: {fact: discharge}, field: duration, window: \(window), at_least: 3h}
          """)
    }
    // The epoch is 15 June 2025, 15:06:40.
    let newYear = Int((utc("2026-01-01") - SampleRules.epoch) / 3_600_000)
    let facts = [newYear, newYear + 1, newYear + 40 * 24, newYear + 41 * 24].map {
      SampleRules.fact("discharge", $0, $0 + 2)
    }
    let count = { (window: String) in
      rule(window).evaluate(SampleRules.input(facts)).matches.map(\.facts.count)
    }
    #expect(count("calendar_year") == [3])
    #expect(count("calendar_month") == [2])
    #expect(count("2h") == [2])
    #expect(count("30min") == [])
    #expect(count("400d") == [4])
  }

  private func programInput(_ facts: [Fact]) -> EvaluationInput {
    EvaluationInput(
      program: FleetFacts(facts), now: SampleRules.hour(9000), lists: { _ in .notListed })
  }

  @Test func takesEstimatesFromFields() {
    let rule = SampleRules.compiled(
      match: """
        sum:
          of: {fact: discharge}
          field: volume
          bounds: {low: volume_low, high: volume_high}
          window: 9d
          at_least: 100bbl
        """)
    let answer = { (volumes: [String: Int64]) in
      let values = volumes.mapValues { FactValue?(.quantity(Quantity(.volume, steps: $0 * 1000))) }
      let facts = [SampleRules.fact("discharge", 0, 1, values)]
      return rule.evaluate(SampleRules.input(facts)).answer
    }
    #expect(answer(["volume_low": 100]) == .unknown)
    #expect(answer(["volume_low": 99, "volume_high": 100]) == .unknown)
    #expect(answer(["volume_low": 100, "volume_high": 300]) == .fires)
    #expect(answer(["volume": 100]) == .fires)
    #expect(answer(["volume": 100, "volume_low": 90]) == .unknown)
    #expect(answer(["volume": 99, "volume_low": 90]) == .doesNotFire)
  }

  @Test func explainsTheSum() {
    let rule = SampleRules.compiled(
      match: "sum: {of: {fact: discharge}, field: duration, window: 9d, at_least: 30h}")
    let facts = [SampleRules.fact("discharge", 0, 20), SampleRules.fact("discharge", 30, 35)]
    let outcomes = rule.explain(SampleRules.input(facts))
    #expect(outcomes.map(\.clause) == ["at_least: 30h"])
    #expect(outcomes.map(\.values) == [["sum = 25 h"]])
    #expect(outcomes.map(\.answer) == [.no])
  }

  @Test(arguments: [
    "field: partner, window: 9d, at_least: 3h  # error: unknown-field",
    "field: destination_country, window: 9d, at_least: 3h  # error: wrong-type",
    "field: volume, window: 9d, at_least: 3h  # error: wrong-unit",
    "field: volume, window: 9d, at_least: 0bbl  # error: invalid-quantity",
    "field: volume, window: calendar_yaer, at_least: 3bbl  # error: unknown-choice",
    "field: volume, window: 9mo, at_least: 3bbl  # error: wrong-unit",
    "field: volume, window: 9d, at_least: 3bbl, tiers: [90%, 75%]  # error: unsorted-tiers",
    "field: volume, window: 9d, at_least: 3bbl, tiers: 90%  # error: wrong-shape",
    "field: volume, window: 9d, at_least: 3bbl, bounds: {low: 0.3}  # error: missing-key",
    "field: volume, window: 9d, at_least: 3bbl, bounds: {low: 2, high: 1}  # error: inverted-range",
    "field: volume, window: 9d, at_least: 3bbl, bounds: {low: 1, high: 11}  "
      + "# error: invalid-quantity",
    "field: volume, window: 9d, at_least: 3bbl, attribute_to: [crago]  # error: unknown-name",
    "field: volume, window: 9d, at_least: 3bbl, attribute_to: [discharge.volume]  "
      + "# error: wrong-type",
    "field: volume, at_least: 3bbl  # error: missing-key",
    "field: volume, window: 9d, at_least: 3bbl, bounds: {low: volume_low, high: 0.9}  "
      + "# error: unknown-field",
    "field: volume, window: 9d, at_least: 3bbl, bounds: {low: volume_low, high: duration}  "
      + "# error: wrong-type",
  ])
  func refuses(_ keys: String) {
    let (yaml, comment) = split(keys)
    expectDiagnostics(
      SampleRules.rule(match: "sum: {of: {fact: discharge}, \(yaml)}  \(comment)"))
  }
}

/// The part before a comment, and the comment.
func split(_ keys: String) -> (yaml: String, comment: String) {
  let parts = keys.split(separator: "#", maxSplits: 1).map(String.init)
  return (parts[0].split(separator: " ").joined(separator: " "), "#" + parts[1])
}

/// A random sum, and what it means, written a second time in the plainest way.
private struct SumShape {
  let windowHours: Int?
  let limit: Int
  let factors: (low: Int, high: Int)

  init(_ random: inout SeededGenerator) {
    windowHours = random.chance(oneIn: 3) ? nil : random.number(1...500)
    limit = random.number(10...100)
    let low = random.number(20...100)
    factors = random.chance(oneIn: 2) ? (100, 100) : (low, random.number(low...100))
  }

  var yaml: String {
    let window = windowHours.map { "\($0)h" } ?? "calendar_month"
    return """
      sum:
        of: {fact: discharge, where: [destination_country == KP]}
        field: volume
        bounds: {low: \(factors.low)%, high: \(factors.high)%}
        window: \(window)
        at_least: \(limit)bbl
      """
  }

  func answer(_ facts: [Fact]) -> RuleEvaluation.Answer {
    // In hundredths of a barrel.
    var worlds: [[(start: UTCTime, amount: Int)]] = [[]]
    for fact in facts {
      worlds = worlds.flatMap { world in
        options(fact).map { option in option.map { world + [(fact.header.span.start, $0)] } ?? world
        }
      }
    }
    let holds = Set(worlds.map(reaches))
    return holds == [true] ? .fires : holds == [false] ? .doesNotFire : .unknown
  }

  /// What a fact may add; `nil` when it may not count.
  private func options(_ fact: Fact) -> [Int?] {
    let amounts: [Int] =
      if case .quantity(let quantity)? = fact.value("volume") {
        [factors.low, factors.high].map { Int(quantity.steps / 1000) * $0 }
      } else {
        [0, 1_000_000]
      }
    guard case .country(let country)? = fact.value("destination_country") else {
      return amounts + [nil]
    }
    return country.code == "KP" ? amounts : [nil]
  }

  private func reaches(_ world: [(start: UTCTime, amount: Int)]) -> Bool {
    world.contains { first in
      let sum = world.reduce(0) { sum, other in
        sum + (isTogether(first.start, other.start) ? other.amount : 0)
      }
      return sum >= limit * 100
    }
  }

  private func isTogether(_ first: UTCTime, _ other: UTCTime) -> Bool {
    guard let windowHours else {
      return first.date.month == other.date.month && first.date.year == other.date.year
    }
    return (0...Int64(windowHours) * 3_600_000).contains(other - first)
  }
}
