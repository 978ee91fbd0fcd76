import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing

struct ScreeningTermsEvaluationTests {
  /// A verdict does not show which evaluator decided, nor which vessels were screened beside it.
  @Test func givesTheVerdictsOfTheReference() throws {
    let rules = try texts.enumerated().map { index, match in
      let text = SampleRules.rule(match: match, rest: "score: {points: 30}")
        .replacing("id: sample", with: "id: sample-\(index)")
      let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
      return try #require(compilation.rule, "\(compilation.diagnostics)")
    }
    var histories = RandomHistories(
      seed: 3, catalog: SampleRules.catalog, gazetteer: SampleRules.gazetteer, rules: texts)
    let subjects = (0..<150).map { _ in
      let input = histories.input(facts: 30)
      return ScreeningSubject(
        vessel: input.vessel ?? ship, facts: input.facts, positions: 9, observed: nil)
    }
    let reference = terms(rules.map { ScreeningRule(header: $0.header, evaluate: $0.evaluate) })
    let fast = terms(rules.map(ScreeningRule.init))
    let expected = subjects.map { said(screen($0, under: reference)) }
    #expect(screen(subjects, under: fast).map(said) == expected)
    #expect(subjects.map { said(screen($0, under: fast)) } == expected)
    #expect(Set(expected).count > 100)
  }

  private func said(_ verdict: Verdict) -> String {
    "\(verdict.disposition) \(verdict.reason) \(verdict.findings) \(verdict.undetermined)"
      + " \(verdict.groups) \(verdict.checked) \(verdict.digests)"
  }

  private let texts = [
    "fact: {fact: port_call, where: [port in @ports/dprk, draught_change >= 1m]}",
    "count: {of: {fact: ais_gap, where: [duration >= 12h, reception >= 60%]}, at_least: 2}",
    "sequence: {steps: [{fact: ais_gap}, {fact: port_call, after: 0h..30d, where: [country == KP]}]}",
    "fact: {fact: encounter, where: [\"partner on @lists/us at start\", median_distance < 1nm]}",
  ]

  private func terms(_ rules: [ScreeningRule]) -> ScreeningTerms {
    ScreeningTerms(
      rules: rules, policy: .standard, asOf: RandomHistories.now, knownAsOf: RandomHistories.now,
      regimes: [],
      lists: { query, _ in
        query.vessel?.imo == nil ? .unknown(reason: "no number", entries: []) : .notListed
      },
      candidates: { _ in [] }, snapshots: [.sample("ofac-sdn")],
      engine: ScreeningTerms.Engine(version: "test", gazetteer: "g"))
  }
}
