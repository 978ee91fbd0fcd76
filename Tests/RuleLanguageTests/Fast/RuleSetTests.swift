import Foundation
import Maritime
import RuleLanguage
import TestSupport
import Testing

struct RuleSetTests {
  /// Both evaluators are asked of everything; `RULE_PAIRS` makes the run as long as one likes.
  @Test func givesTheAnswersOfTheReference() throws {
    var remaining =
      ProcessInfo.processInfo.environment["RULE_PAIRS"].flatMap { Int($0) } ?? 3_000
    var seen: [RuleEvaluation.Answer: Int] = [:]
    var seed: UInt64 = 1
    while remaining > 0 {
      var texts = RandomRules(seed: seed)
      let rules = try (0..<40).map { _ in try compiled(texts.rule()) }
      var histories = RandomHistories(
        seed: seed, catalog: SampleRules.catalog, gazetteer: SampleRules.gazetteer,
        rules: rules.map(\.text))
      let inputs =
        histories.fleet(vessels: 20, facts: 40)
        + (0..<20).map { _ in
          histories.input(facts: 40)
        }
      compare(rules, inputs, &seen)
      remaining -= rules.count * inputs.count
      seed += 1
    }
    #expect(seen.values.allSatisfy { $0 > 250 } && seen.count == 3, "\(seen)")
  }

  /// A batch ends at a multiple of 64 vessels, and with a change of the instant.
  @Test func answersForFleetsOfAnySize() throws {
    let rule = try compiled(SampleRules.rule(match: "fact: port_call"))
    let call = fact("port_call", start: "2026-01-01", end: "2026-01-02")
    for count in [0, 1, 63, 64, 65, 130] {
      let inputs = (0..<count).map { index in
        input(index.isMultiple(of: 3) ? [call] : [], now: index < 70 ? "2026-03-01" : "2025-01-01")
      }
      var seen: [RuleEvaluation.Answer: Int] = [:]
      compare([rule], inputs, &seen)
      let table = RuleSet([rule.rule]).answers(for: inputs)
      #expect(
        table.firings(of: 0) == inputs.count { $0.now == utc("2026-03-01") && !$0.facts.isEmpty })
    }
  }

  /// A program may make a fact whose value is not of the type that the catalogue says.
  @Test func leavesValuesOfAnotherTypeToTheReference() throws {
    let rule = try compiled(
      SampleRules.rule(match: "fact: port_call\nwhere: [country != KP]"))
    let call = fact("port_call", start: "2026-01-01", end: "2026-01-02", ["country": .text("KP")])
    var seen: [RuleEvaluation.Answer: Int] = [:]
    compare([rule], [input([call], now: "2026-03-01"), input([], now: "2026-03-01")], &seen)
    #expect(seen == [.fires: 1, .doesNotFire: 1])
  }

  @Test func explainsInTheWordsOfTheReference() throws {
    var texts = RandomRules(seed: 99)
    let rules = try (0..<30).map { _ in try compiled(texts.rule()) }
    var histories = RandomHistories(
      seed: 99, catalog: SampleRules.catalog, gazetteer: SampleRules.gazetteer,
      rules: rules.map(\.text))
    let inputs = histories.fleet(vessels: 20, facts: 40)
    let evaluations = RuleSet(rules.map(\.rule)).evaluate(inputs)
    for (input, found) in zip(inputs, evaluations) {
      for (rule, evaluation) in zip(rules, found) {
        let expected = rule.rule.evaluate(input)
        #expect(evaluation.answer == expected.answer)
        #expect(evaluation.matches.map(\.sentence) == expected.matches.map(\.sentence))
        #expect(evaluation.matches.map(\.facts) == expected.matches.map(\.facts))
        #expect(evaluation.matches.map(\.listEntries) == expected.matches.map(\.listEntries))
        #expect(evaluation.matches.map(\.decayFrom) == expected.matches.map(\.decayFrom))
        #expect(evaluation.undetermined == expected.undetermined)
      }
    }
  }

  private func compare(
    _ rules: [(rule: CompiledRule, text: String)], _ inputs: [EvaluationInput],
    _ seen: inout [RuleEvaluation.Answer: Int]
  ) {
    let table = RuleSet(rules.map(\.rule)).answers(for: inputs)
    for (index, rule) in rules.enumerated() {
      for (vessel, input) in inputs.enumerated() {
        let expected = rule.rule.evaluate(input).answer
        let found = table[vessel: vessel, rule: index]
        seen[expected, default: 0] += 1
        if found != expected {
          Issue.record("\(rule.text)\nis \(found), not \(expected), for vessel \(vessel)")
          return
        }
      }
    }
  }

  private func compiled(_ text: String) throws -> (rule: CompiledRule, text: String) {
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics) in \(text)")
    return (rule, text)
  }

  private func fact(
    _ kind: String, start: String, end: String, _ values: [String: FactValue] = [:]
  ) -> Fact {
    guard let kind = SampleRules.catalog.kind(kind) else { preconditionFailure("no \(kind)") }
    let header = FactHeader(
      vessel: sampleVessel(imo: 9_074_729), span: TimeSpan(start: utc(start), end: utc(end)),
      position: nil, source: "ais", evidence: [], detector: nil)
    return Fact(kind: kind, header: header, values: kind.fields.map { values[$0.name] })
  }

  private func input(_ facts: [Fact], now: String) -> EvaluationInput {
    EvaluationInput(
      vessel: sampleVessel(imo: 9_074_729), state: [:], facts: facts, now: utc(now),
      lists: { _ in .notListed })
  }
}
