import Maritime
import RuleLanguage
import TestSupport
import Testing

struct BaselineTests {
  /// The same in fractions of four, where no half is lost.
  @Test func agreesWithPlainArithmetic() {
    var random = SeededGenerator(seed: 1929)
    var answers: [RuleEvaluation.Answer: Int] = [:]
    for _ in 0..<rounds(150) {
      let shape = BaselineShape(&random)
      let rule = SampleRules.compiled(match: shape.yaml)
      for _ in 0..<20 {
        let facts = (0..<random.number(1...12)).map { _ in randomGap(&random) }
        let answer = rule.evaluate(SampleRules.input(facts)).answer
        answers[answer, default: 0] += 1
        guard answer == shape.answer(facts) else {
          Issue.record("\(shape.yaml)\n\(facts)\n\(answer), not \(shape.answer(facts))")
          return
        }
        #expect(rule.evaluate(SampleRules.input(facts.reversed())).answer == answer)
      }
    }
    #expect(answers.values.allSatisfy { $0 > 100 } && answers.count == 3, "\(answers)")
  }

  private func randomGap(_ random: inout SeededGenerator) -> Fact {
    let start = random.number(0...100)
    let reception = random.chance(oneIn: 40) ? nil : random.number(0...10)
    let distance = SampleRules.pick(
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, nil], &random)
    return SampleRules.fact(
      "ais_gap", start, start + random.number(0...5),
      [
        "reception": reception.map { .quantity(Quantity(.ratio, steps: Int64($0) * 100_000)) },
        "distance": distance.map { .quantity(.length(metres: Double($0) * 1852)) },
      ])
  }

  @Test func showsTheHistory() throws {
    let rule = SampleRules.compiled(
      match: """
        baseline:
          of: {as: gap, fact: ais_gap}
          measure: duration
          over: 90d
          min_samples: 4
          more_than: 3x
        """,
      rest:
        "evidence: {say: \"{gap.measure} at {gap.start}, median {gap.median} of {gap.samples}\"}"
    )
    let facts = [2, 4, 6, 8, 16].enumerated().map { index, hours in
      SampleRules.fact("ais_gap", index * 24, index * 24 + hours)
    }
    let match = try #require(rule.evaluate(SampleRules.input(facts)).matches.first)
    #expect(match.sentence == "16 h at 2025-06-19 15:06 UTC, median 5 h of 4")
    #expect(match.facts.map(\.id) == [facts[4].id])
    let few = rule.evaluate(SampleRules.input(Array(facts.prefix(4))))
    #expect(few.answer == .unknown)
    #expect(
      few.undetermined.map(\.missing) == ["a history: there are 3 earlier facts, and 4 are needed"])
    let outcomes = rule.explain(SampleRules.input(facts))
    #expect(outcomes.map(\.clause) == ["more_than: 3x"])
    #expect(
      outcomes.map(\.values) == [["gap.measure = 16 h", "gap.median = 5 h", "gap.samples = 4"]])
    #expect(rule.evaluate(SampleRules.input([])).answer == .doesNotFire)
  }

  @Test(arguments: [
    "measure: duraton, over: 9d, min_samples: 4, more_than: 3x  # error: unknown-field",
    "measure: start, over: 9d, min_samples: 4, more_than: 3x  # error: wrong-type",
    "measure: 5h, over: 9d, min_samples: 4, more_than: 3x  # error: constant-clause",
    "measure: duration, over: 9d, min_samples: 1, more_than: 3x  # error: invalid-number",
    "measure: duration, over: 9d, min_samples: 4, more_than: 3  # error: invalid-quantity",
    "measure: duration, over: 9d, min_samples: 4, more_than: 3sd  # error: invalid-quantity",
    "measure: duration, over: 9d, min_samples: 4  # error: conflicting-keys",
    "measure: duration, over: 9d, min_samples: 4, more_than: 3x, less_than: 1x  "
      + "# error: conflicting-keys",
    "measure: duration, over: 9nm, min_samples: 4, more_than: 3x  # error: wrong-unit",
  ])
  func refuses(_ keys: String) {
    let (yaml, comment) = split(keys)
    expectDiagnostics(
      SampleRules.rule(match: "baseline: {of: {fact: ais_gap}, \(yaml)}  \(comment)"))
  }
}

/// A random comparison, and what it means, written a second time in the plainest way.
private struct BaselineShape {
  let over: Int
  let samples: Int
  let isAbove: Bool
  let unit: String
  let tenths: Int

  init(_ random: inout SeededGenerator) {
    over = random.number(20...100)
    samples = random.number(2...4)
    isAbove = random.chance(oneIn: 2)
    unit = SampleRules.pick(["mad", "x"], &random)
    tenths = random.number(1...25)
  }

  var yaml: String {
    let key = isAbove ? "more_than" : "less_than"
    return """
      baseline:
        of: {fact: ais_gap, where: [distance < 5nm]}
        measure: reception
        over: \(over)h
        min_samples: \(samples)
        \(key): \(tenths / 10).\(tenths % 10)\(unit)
      """
  }

  func answer(_ facts: [Fact]) -> RuleEvaluation.Answer {
    let sorted = facts.sorted { ($0.start, $0.end, $0.id) < ($1.start, $1.end, $1.id) }
      .filter { $0.isNear != false }
    guard let latest = sorted.last else { return .doesNotFire }
    let history = sorted.dropLast().filter { latest.start - $0.start <= over }
    guard latest.isNear == true, history.allSatisfy({ $0.isNear == true }),
      history.count >= samples, let value = latest.quarters
    else { return .unknown }
    let values = history.compactMap(\.quarters)
    guard values.count == history.count else { return .unknown }
    let middle = median(values)
    let away = isAbove ? value - middle : middle - value
    let isFar =
      unit == "mad"
      ? away * 10 > tenths * median(values.map { abs($0 - middle) })
      : isAbove ? value * 10 > tenths * middle : value * 10 < tenths * middle
    return isFar ? .fires : .doesNotFire
  }

  private func median(_ values: [Int]) -> Int {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}

extension Fact {
  fileprivate var start: Int { Int((header.span.start - SampleRules.epoch) / 3_600_000) }
  fileprivate var end: Int {
    Int(((header.span.end ?? header.span.start) - SampleRules.epoch) / 3_600_000)
  }
  fileprivate var isNear: Bool? {
    if case .quantity(let distance)? = value("distance") {
      distance.steps < 5 * 1_852_000
    } else {
      nil
    }
  }
  /// The reception in fortieths, so that halves of halves are whole.
  fileprivate var quarters: Int? {
    if case .quantity(let share)? = value("reception") {
      Int(share.steps / 100_000) * 4
    } else {
      nil
    }
  }
}
