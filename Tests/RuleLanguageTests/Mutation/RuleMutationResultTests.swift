import RuleLanguage
import TestSupport
import Testing

struct RuleMutationResultTests {
  private func result(
    _ match: String, rest: String = "", tests: String
  ) throws -> RuleMutationResult {
    let text = SampleRules.rule(match: match, rest: rest) + tests
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    let rule = try #require(compilation.rule, "\(compilation.diagnostics)")
    return SampleRules.compiler.mutationResult(of: rule)
  }

  private static let gap = "fact: ais_gap\nwhere:\n  - duration >= 12h"
  private static let cases = """
    tests:
      - name: a gap
        now: 2026-03-01T00:00Z
        facts:
          - {fact: ais_gap, start: 2026-01-04T00:00Z, duration: 40h}
        expect: {fires: true}

    """

  private static let everyChange = [
    "`within: 10d` becomes `within: 5d`",
    "`within: 10d` becomes `within: 20d`",
    "`within: 10d` is left out",
    "`pick: last` becomes `pick: first`",
    "`pick: last` becomes `pick: each`",
    "`where` is left out",
    "`duration >= 12h` is left out",
    "`duration >= 12h` becomes `not duration >= 12h`",
    "`duration >= 12h` becomes `duration > 12h`",
    "`duration >= 12h` becomes `duration >= 12h1min`",
    "`duration >= 12h` becomes `duration >= 11h59min`",
    "`duration >= 12h` becomes `duration >= 13h`",
    "`duration >= 12h` becomes `duration >= 11h`",
    "`any` is left out",
    "`any` becomes `all`",
    "`reception >= 0.60` is left out",
    "`reception >= 0.60` becomes `not reception >= 0.60`",
    "`reception >= 0.60` becomes `reception > 0.60`",
    "`reception >= 0.60` becomes `reception >= 0.61`",
    "`reception >= 0.60` becomes `reception >= 0.59`",
    "`reception is unknown` is left out",
    "`reception is unknown` becomes `not reception is unknown`",
    "`after: 1h..2d` becomes `after: 30min..2d`",
    "`after: 1h..2d` becomes `after: 2h..2d`",
    "`after: 1h..2d` becomes `after: 1h..1d`",
    "`after: 1h..2d` becomes `after: 1h..4d`",
    "`after: 1h..2d` is left out",
    "`where: [port not in [KPNAM, KPRJN]]` is left out",
    "`port not in [KPNAM, KPRJN]` becomes `not port not in [KPNAM, KPRJN]`",
    "`port not in [KPNAM, KPRJN]` becomes `port not in [KPRJN]`",
    "`port not in [KPNAM, KPRJN]` becomes `port not in [KPNAM]`",
    "`vessel on @lists/us at now` becomes `not vessel on @lists/us at now`",
    "`vessel on @lists/us at now` becomes `vessel on @lists/us at now - 1d`",
    "`unless: [vessel on @lists/us at now]` is left out",
    "`points: 10` becomes `points: 9`",
    "`points: 10` becomes `points: 11`",
    "`decay` is left out",
    "`half_life: 10d` becomes `half_life: 5d`",
    "`half_life: 10d` becomes `half_life: 20d`",
    "`floor: review` is left out",
    "`lookback: 12mo` becomes `lookback: 6mo`",
    "`lookback: 12mo` becomes `lookback: 2y`",
    "`on_unknown` becomes `fire`",
    "`on_unknown` becomes `skip`",
  ]

  @Test func changesEveryPartOfARuleOnce() throws {
    let result = try result(
      """
      sequence:
        within: 10d
        pick: last
        steps:
          - as: gap
            fact: ais_gap
            where:
              - duration >= 12h
              - any: [reception >= 0.60, reception is unknown]
          - as: call
            fact: port_call
            after: 1h..2d
            where:
              - port not in [KPNAM, KPRJN]
      """,
      rest: """
        lookback: 12mo
        unless:
          - vessel on @lists/us at now
        floor: review
        score: {points: 10, decay: {half_life: 10d, from: gap.end}}
        """,
      tests: "")
    #expect(result.survivors.map(\.change) == Self.everyChange)
    #expect(result.killed == 0, "there is no case")
  }

  @Test(arguments: [
    (
      "`duration >= 12h` becomes `duration > 12h`",
      "- {set: {facts.0.duration: 12h}, expect: {fires: true}}"
    ),
    (
      "`duration >= 12h` becomes `duration >= 11h59min`",
      "- {set: {facts.0.duration: 11h59min}, expect: {fires: false}}"
    ),
  ])
  func findsTheLineThatWouldKill(_ change: String, _ line: String) throws {
    let result = try result(Self.gap, tests: Self.cases)
    let survivor = try #require(result.survivors.first { $0.change == change })
    #expect(survivor.killer?.text == line)
    #expect(survivor.killer?.caseName == "a gap")
    #expect(survivor.killer?.isExpectationOnly == false)
  }

  @Test func suggestsToSayMoreOfACase() throws {
    let result = try result(Self.gap, rest: "floor: review", tests: Self.cases)
    let survivor = try #require(
      result.survivors.first { $0.change == "`floor: review` is left out" })
    #expect(survivor.killer?.text == "expect: {fires: true, disposition: review}")
    #expect(survivor.killer?.isExpectationOnly == true)
  }

  /// Every suggestion is added, and then nothing survives that had one.
  @Test func killsWhatItSaysItKills() throws {
    let first = try result(Self.gap, tests: Self.cases)
    let lines = first.survivors.compactMap(\.killer).filter { !$0.isExpectationOnly }
      .map { "      " + $0.text + "\n" }
    #expect(!lines.isEmpty)
    let second = try result(
      Self.gap, tests: Self.cases + "    vary:\n" + Set(lines).sorted().joined())
    let left = Set(second.survivors.map(\.change))
    #expect(left == Set(first.survivors.filter { $0.killer == nil }.map(\.change)))
    #expect(second.failingCases == 0)
  }

  @Test func refusesToJudgeARuleWhoseCasesFail() throws {
    let result = try result(
      Self.gap, tests: Self.cases.replacing("fires: true", with: "fires: false"))
    #expect(result.failingCases == 1)
    #expect(result.mutants == 0)
  }
}
