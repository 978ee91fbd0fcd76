import Maritime
import RuleLanguage
import TestSupport
import Testing

struct WhyNotTests {
  /// The reasons in one line each: the clause or key, what was seen, and the hour of the fact.
  private func reasons(
    _ match: String, rest: String = "", _ facts: [Fact]
  ) -> [String] {
    let rule = SampleRules.compiled(match: match, rest: rest)
    let found = SampleRules.compiler.whyNot(rule, on: SampleRules.input(facts))
    return (found?.blockers ?? []).map { blocker in
      let hour = blocker.fact.map { fact in
        " @\((fact.header.span.start - SampleRules.epoch) / 3_600_000)"
      }
      return "\(blocker.text): \(blocker.reason)\(hour ?? "")"
    }
  }

  private func gap(_ start: Int, _ end: Int, reception: Double? = 0.9) -> Fact {
    SampleRules.fact(
      "ais_gap", start, end, ["reception": reception.map { .quantity(.ratio($0)) }])
  }

  @Test func saysNothingOfARuleThatFires() {
    #expect(reasons("{fact: ais_gap, where: [duration >= 12h]}", [gap(0, 12)]).isEmpty)
  }

  @Test(arguments: [
    ([(0, 2), (100, 111), (200, 205)], "duration = 11 h; needs at least 12 h: 1 h short @100"),
    ([(0, 11), (100, 111)], "duration = 11 h; needs at least 12 h: 1 h short @100"),
    ([(0, 2)], "duration = 2 h; needs at least 12 h: 10 h short @0"),
  ])
  func showsTheNearestOfSeveralFacts(_ spans: [(Int, Int)], _ expected: String) {
    #expect(
      reasons(
        "{fact: ais_gap, where: [duration >= 12h, reception >= 0.6]}",
        spans.map { gap($0.0, $0.1) }) == ["duration >= 12h: \(expected)"])
  }

  /// A fact that would need more than the clause in question is not the nearest.
  @Test func passesOverFactsThatFailElsewhere() {
    #expect(
      reasons(
        "{fact: ais_gap, where: [duration >= 12h, reception >= 0.6]}",
        [gap(0, 11, reception: 0.1), gap(100, 108)])
        == ["duration >= 12h: duration = 8 h; needs at least 12 h: 4 h short @100"])
  }

  @Test func namesTheNearestOfTheFactsThatACountLacks() {
    #expect(
      reasons(
        "count: {of: {fact: ais_gap, where: [duration >= 12h]}, at_least: 3}",
        [gap(0, 12), gap(100, 109), gap(200, 210), gap(300, 301)])
        == [
          "duration >= 12h: duration = 10 h; needs at least 12 h: 2 h short; "
            + "2 facts must be otherwise, of which this is nearest @200"
        ])
  }

  @Test func saysThatThereIsNoFact() {
    let match = "count: {of: {fact: ais_gap, where: [duration >= 12h]}, at_least: 3}"
    #expect(
      reasons(match, [])
        == ["ais_gap: there is no ais_gap at all; the rule asks for `at_least: 3`"])
    #expect(
      reasons(match, rest: "lookback: 1mo", [gap(0, 12)])
        == [
          "ais_gap: there is no ais_gap after 2026-06-20 15:06 UTC; the last one ended on "
            + "2025-06-16 03:06 UTC; the rule asks for `at_least: 3`"
        ])
    #expect(
      reasons("{fact: ais_gap, where: [duration >= 12h]}", [])
        == ["ais_gap: there is no ais_gap at all"])
  }

  /// What must be absent, and is, stops nothing.
  @Test func namesNoFactThatMustBeAbsent() {
    #expect(
      reasons("fact: ais_gap\nabsent: {fact: port_call, within: 30d}", [])
        == ["ais_gap: there is no ais_gap at all"])
  }

  @Test(arguments: [
    (
      "sum: {of: {fact: ais_gap}, field: duration, window: 365d, at_least: 100h}",
      "at_least: 100h: sum = 23 h; needs `at_least: 100h`"
    ),
    (
      "baseline: {of: {fact: ais_gap}, measure: duration, over: 365d, min_samples: 2,"
        + " more_than: 3x}",
      "more_than: 3x: a history: there is 1 earlier fact, and 2 are needed"
    ),
    (
      "count: {of: {fact: ais_gap}, within: 3d, at_least: 2}",
      "within: 3d: from the first to the last it takes 4 d 15 h; needs `within: 3d`"
    ),
  ])
  func saysWhatAKeyLacks(_ match: String, _ expected: String) {
    #expect(reasons(match, [gap(0, 12), gap(100, 111)]) == [expected])
  }

  @Test func showsTheFactThatAnExceptionFinds() {
    #expect(
      reasons(
        """
        fact: ais_gap
        none:
          - {fact: port_call, where: [duration >= 5h]}
        """,
        [gap(0, 12), SampleRules.fact("port_call", 20, 27), SampleRules.fact("port_call", 40, 41)])
        == ["duration >= 5h: duration = 7 h; needs less than 5 h: 2 h too much @20"])
  }
}
