import Maritime
import RuleLanguage
import TestSupport
import Testing

struct CountTests {
  /// Every world is tried: each fact counts or not, each unknown value is a new one or none.
  @Test func agreesWithEveryWorld() {
    var random = SeededGenerator(seed: 2231)
    var answers: [RuleEvaluation.Answer: Int] = [:]
    for _ in 0..<rounds(150) {
      let shape = CountShape(&random)
      let rule = SampleRules.compiled(match: shape.yaml)
      for _ in 0..<20 {
        let facts = (0..<random.number(0...6)).map { _ in randomChange(&random) }
        let answer = rule.evaluate(SampleRules.input(facts)).answer
        answers[answer, default: 0] += 1
        guard answer == shape.answer(facts) else {
          Issue.record("\(shape.yaml)\n\(facts)\n\(answer), not \(shape.answer(facts))")
          return
        }
        #expect(rule.evaluate(SampleRules.input(facts.reversed())).answer == answer)
      }
    }
    #expect(answers.values.allSatisfy { $0 > 300 } && answers.count == 3, "\(answers)")
  }

  private func randomChange(_ random: inout SeededGenerator) -> Fact {
    let start = random.number(0...100)
    let from = SampleRules.pick(["KP", "KP", "PA", nil], &random).flatMap { CountryCode($0) }
    let to = SampleRules.pick(["KM", "GA", "LR", nil], &random).flatMap { CountryCode($0) }
    return SampleRules.fact(
      "flag_change", start, start + 1,
      ["from": from.map(FactValue.country), "to": to.map(FactValue.country)])
  }
}

/// A random count, and what it means, written a second time in the plainest way.
private struct CountShape {
  let within: Int?
  let isDistinct: Bool
  let bound: String
  let number: Int

  init(_ random: inout SeededGenerator) {
    within = random.chance(oneIn: 3) ? nil : random.number(5...80)
    isDistinct = random.chance(oneIn: 2)
    bound = SampleRules.pick(["at_least", "at_most", "exactly"], &random)
    number = random.number(1...3)
  }

  var yaml: String {
    let rest = (within.map { ", within: \($0)h" } ?? "") + (isDistinct ? ", distinct: to" : "")
    return """
      count: {of: {fact: flag_change, where: [from == KP]}, \(bound): \(number)\(rest)}
      """
  }

  func answer(_ facts: [Fact]) -> RuleEvaluation.Answer {
    // A world is the facts that count, each with its start and its value.
    var worlds: [[(start: UTCTime, value: String?)]] = [[]]
    for (index, fact) in facts.enumerated() {
      worlds = worlds.flatMap { world in
        options(fact, index).map { option in
          option.map { world + [(fact.header.span.start, $0)] } ?? world
        }
      }
    }
    let holds = Set(worlds.map { isMet(by: fullest($0)) })
    return holds == [true] ? .fires : holds == [false] ? .doesNotFire : .unknown
  }

  /// The values that a fact may add; `nil` when it may not count.
  private func options(_ fact: Fact, _ index: Int) -> [String??] {
    let values: [String?] =
      if case .country(let country)? = fact.value("to") { [country.code] } else {
        [nil, "new \(index)"]
      }
    guard case .country(let from)? = fact.value("from") else { return values + [String??.none] }
    return from.code == "KP" ? values : [String??.none]
  }

  private func fullest(_ world: [(start: UTCTime, value: String?)]) -> Int {
    let windows = world.map { first in
      world.filter { other in
        guard let within else { return true }
        return (0...Int64(within) * 3_600_000).contains(other.start - first.start)
      }
    }
    return windows.map { window in
      isDistinct ? Set(window.compactMap(\.value)).count : window.count
    }.max() ?? 0
  }

  private func isMet(by count: Int) -> Bool {
    bound == "at_least" ? count >= number : bound == "at_most" ? count <= number : count == number
  }
}
