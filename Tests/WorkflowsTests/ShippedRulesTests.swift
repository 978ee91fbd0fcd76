import Foundation
import Maritime
import RuleLanguage
import TestSupport
import Testing

@testable import Workflows

struct ShippedRulesTests {
  /// Every shipped rule is asked of made-up vessels by both evaluators; `RULE_PAIRS` makes the run
  /// as long as one likes.
  @Test func haveTheSameAnswersFromBothEvaluators() throws {
    var remaining =
      ProcessInfo.processInfo.environment["RULE_PAIRS"].flatMap { Int($0) } ?? 6000
    let library = try RuleLibrary(paths: [Self.folder], gazetteer: .shipped)
    let rules = try library.checked()
    let set = RuleSet(rules)
    let texts = library.sources.sorted { $0.key < $1.key }.map {
      String(decoding: $0.value, as: UTF8.self)
    }
    var seen: [RuleEvaluation.Answer: Set<String>] = [:]
    var seed: UInt64 = 1
    while remaining > 0 {
      var histories = RandomHistories(
        seed: seed, catalog: .standard, gazetteer: .shipped, rules: texts)
      let inputs = histories.fleet(vessels: 40, facts: 60)
      let answers = set.answers(for: inputs)
      for (index, rule) in rules.enumerated() {
        for (vessel, input) in inputs.enumerated() {
          let expected = rule.evaluate(input).answer
          seen[expected, default: []].insert(rule.header.id)
          if answers[vessel: vessel, rule: index] != expected {
            Issue.record("\(rule.header.id) of vessel \(vessel), seed \(seed), is not \(expected)")
            return
          }
        }
      }
      remaining -= inputs.count * rules.count
      seed += 1
    }
    // Random histories seldom hold a whole typology, but most rules fire on some.
    #expect((seen[.fires]?.count ?? 0) * 2 > rules.count)
    #expect((seen[.unknown]?.count ?? 0) * 2 > rules.count)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path
}
