import Maritime
import RuleLanguage
import TestSupport
import Testing

/// What rules say, written as the tests that authors write.
struct CompiledRuleTests {
  @Test(arguments: [
    ("duration >= 12h", "true"),
    ("duration > 12h", "false"),
    ("ais_gap.duration == 12h", "true"),
    ("duration in 1h..12h", "true"),
    ("duration == 0.5d", "true"),
    ("duration <= 11h59min", "false"),
    ("12h <= duration", "true"),
    ("end - start == duration", "true"),
    ("start + 12h == end", "true"),
    ("start + 1mo == 2026-01-31T00:00Z", "true"),
    ("now - start > 20d", "true"),
    ("duration * 2 == 1d", "true"),
    ("duration / 6h == 2", "true"),
    ("duration * 50% == 6h", "true"),
    ("duration * (1 + 1) / 4 == 6h", "true"),
    ("duration / (distance - distance) == 2h", "wrong"),
    ("reception == 60%", "true"),
    ("reception < 0.6", "false"),
    ("reception * 2 > 1", "true"),
    ("distance >= 100km", "true"),
    ("distance in 53nm..55nm", "true"),
    ("min(duration, 6h) == 6h", "true"),
    ("max(duration, 6h, 13h) == 13h", "true"),
    ("abs(start - end) == 12h", "true"),
    ("start_position inside @zones/kp-eez", "true"),
    ("end_position inside @zones/kp-eez", "unknown"),
    ("start_position not inside @zones/kp-eez", "false"),
    ("not end_position inside @zones/kp-eez", "unknown"),
    ("start_position within 1nm of @ports/dprk", "true"),
    ("start_position within 1nm of @ports/KPRJN", "false"),
    ("start_position within 10nm of \"38.72,125.5\"", "true"),
    ("start_position within 1nm of end_position", "unknown"),
    ("end_position is known", "false"),
    ("end_position is unknown", "true"),
    ("source == ais", "true"),
    ("source in [satellite, agent]", "false"),
    ("source not in [satellite, agent]", "true"),
    ("source != import:gfw", "true"),
    ("vessel.flag == KM", "true"),
    ("vessel.flag != KM", "false"),
    ("vessel.built < 2000", "true"),
    ("vessel.owner == \"ACME Ltd\"", "true"),
    ("vessel.manager != ACME", "unknown"),
    ("vessel.manager not in [ACME]", "unknown"),
    ("vessel.imo == 9000003", "true"),
    ("vessel on @lists/un-1718 at start", "true"),
    ("vessel on @lists/un-1718 at start - 2y", "false"),
    ("vessel not on @lists/un-1718 at start", "false"),
    ("vessel on @lists/undated at start", "unknown"),
    ("vessel not on @lists/undated at start", "unknown"),
    ("vessel on @lists/other at now", "false"),
    ("{any: [duration > 20h, reception > 0.5]}", "true"),
    ("{any: [duration > 20h, end_position is known]}", "false"),
    ("{any: [duration > 20h, vessel.manager == ACME]}", "unknown"),
    ("{any: [duration > 2h, vessel.manager == ACME]}", "true"),
    ("{all: [duration > 20h, vessel.manager == ACME]}", "false"),
    ("{none: [duration > 20h, vessel.manager == ACME]}", "unknown"),
    ("{at_least: 2, of: [duration > 2h, reception > 0.9, vessel.manager == ACME]}", "unknown"),
    ("{at_least: 1, of: [duration > 2h, reception > 0.9, vessel.manager == ACME]}", "true"),
  ])
  func answersClauses(_ clause: String, _ fires: String) throws {
    guard fires != "wrong" else {
      let text = SampleRules.rule(match: "fact: ais_gap\nwhere: ['\(clause)']")
      #expect(compile(text).rule == nil)
      return
    }
    let quoted = clause.hasPrefix("{") ? clause : "'\(clause)'"
    try expectTests(
      """
      fact: ais_gap
      where:
        - \(quoted)
      """,
      """
      - name: a gap
        now: 2026-01-31
        vessel: {imo: "9000003", flag: KM, built: 1999, owner: ACME Ltd}
        lists: {un-1718: [{imo: "9000003", from: 2024-06-01}], undated: [{imo: "9000003"}]}
        facts:
          - fact: ais_gap
            start: 2025-12-31
            duration: 12h
            start_position: "38.72,125.40"
            reception: 0.6
            distance: 54nm
        expect: {fires: \(fires)}
      """)
  }

  @Test(arguments: [
    ("count: {of: {fact: flag_change, where: [from != to]}, within: 300d, at_least: 2}", "unknown"),
    ("count: {of: {fact: flag_change, where: [from != to]}, within: 300d, at_least: 3}", "false"),
    ("count: {of: {fact: flag_change}, at_least: 3}", "true"),
    ("count: {of: {fact: flag_change, where: [to != KP]}, at_least: 3}", "unknown"),
    ("count: {of: {fact: flag_change, where: [to != KP]}, at_most: 2}", "unknown"),
    ("count: {of: {fact: flag_change, where: [to != KP]}, at_most: 1}", "false"),
    ("count: {of: {fact: flag_change, where: [to != KP]}, exactly: 4}", "false"),
    ("count: {of: {fact: flag_change}, distinct: to, at_least: 2}", "unknown"),
    ("count: {of: {fact: flag_change, where: [to is known]}, distinct: to, at_least: 2}", "false"),
    ("count: {of: {fact: flag_change, where: [to is known]}, distinct: from, at_least: 2}", "true"),
    ("absent: {fact: flag_change, within: 10d}", "true"),
    ("absent: {fact: flag_change, within: 300d}", "false"),
    ("absent: {fact: flag_change, within: 300d, where: [to == KP]}", "unknown"),
    ("absent: {fact: flag_change, between: [2024-12-01, 2024-12-30]}", "true"),
    ("none: [{fact: flag_change, where: [to == KP]}]", "unknown"),
    ("none: [{fact: flag_change, where: [from == KP]}]", "true"),
    ("any: [{fact: ais_gap}, {fact: flag_change, where: [from == PA]}]", "true"),
    ("any: [vessel.flag == KP, {fact: ais_gap}]", "unknown"),
    ("all: [{fact: flag_change}, {none: [{fact: ais_gap}]}]", "true"),
    ("state: [vessel.type == tanker, \"type in [tanker, tug]\"]", "true"),
    ("state: {where: [flag == KP]}", "unknown"),
    (
      "{fact: flag_change, as: change, where: [from == PA], absent: {fact: flag_change, between: [change.end + 1s, now]}}",
      "false"
    ),
    (
      "{fact: flag_change, as: change, where: [from == LR], absent: {fact: flag_change, between: [change.end + 1s, now]}}",
      "true"
    ),
  ])
  func answersOperators(_ match: String, _ fires: String) throws {
    try expectTests(
      match,
      """
      - name: three changes of flag
        now: 2026-01-01
        vessel: {type: tanker}
        facts:
          - {fact: flag_change, start: 2025-01-01, duration: 0s, from: PA, to: KM}
          - {fact: flag_change, start: 2025-08-01, duration: 0s, from: KM, to: KM}
          - {fact: flag_change, start: 2025-10-01, duration: 0s, from: LR}
        expect: {fires: \(fires)}
      """)
  }

  @Test(arguments: [
    ("2026-01-01", "true"),  // it goes on
    ("2025-12-01T11:00Z", "false"),  // not yet long enough, though it ended later
    ("2025-11-30", "false"),  // not begun
    ("2028-01-01", "false"),  // before the window
  ])
  func seesOnlyWhatWasKnown(_ now: String, _ fires: String) throws {
    try expectTests(
      "{fact: ais_gap, where: [duration >= 12h]}",
      """
      - name: a gap
        now: \(now)
        facts: [{fact: ais_gap, start: 2025-12-01, end: 2025-12-03}]
        expect: {fires: \(fires)}
      """)
  }

  @Test func listsWhatIsMissing() throws {
    let rule = try #require(
      compile(SampleRules.rule(match: "{fact: ais_gap, where: [duration > 1h, reception > 0.5]}"))
        .rule)
    let facts = try (1...3).map { try gap(hours: $0) }
    let evaluation = rule.evaluate(try input(facts))
    #expect(evaluation.answer == .unknown)
    #expect(evaluation.undetermined.map(\.clause) == ["reception > 0.5"])
    #expect(evaluation.undetermined.map(\.missing) == ["reception of 2 ais_gap facts"])
    #expect(evaluation.undetermined.first?.facts == Array(facts.dropFirst()))
    let one = rule.evaluate(try input([facts[1]]))
    #expect(one.undetermined.map(\.missing) == ["reception of ais_gap \(facts[1].id)"])
  }

  @Test func explainsEachClauseWithTheNearestFact() throws {
    let rule = try #require(
      compile(
        SampleRules.rule(
          match: "{fact: ais_gap, where: [duration > 2h, reception > 0.5, vessel.flag == KP]}")
      ).rule)
    let outcomes = rule.explain(try input([gap(hours: 1), gap(hours: 3)]))
    #expect(outcomes.map(\.answer) == [.yes, .unknown, .unknown])
    #expect(
      outcomes.flatMap(\.values) == [
        "duration = 3 h", "reception is unknown", "vessel.flag is unknown",
      ])
    #expect(rule.explain(try input([])).map(\.answer) == [.no, .no, .no])
  }

  private func gap(hours: Int) throws -> Fact {
    let kind = try #require(SampleRules.catalog.kind("ais_gap"))
    let start = try #require(UTCTime("2025-12-01"))
    let end = UTCTime(milliseconds: start.milliseconds + Int64(hours) * 3_600_000)
    return Fact(
      kind: kind,
      header: FactHeader(
        vessel: VesselReference(mmsi: try #require(MMSI("273000001"))),
        span: TimeSpan(start: start, end: end), position: nil, source: "ais", evidence: [],
        detector: nil), values: kind.fields.map { _ in nil })
  }

  private func input(_ facts: [Fact]) throws -> EvaluationInput {
    EvaluationInput(
      vessel: VesselReference(mmsi: try #require(MMSI("273000001"))), state: [:], facts: facts,
      now: try #require(UTCTime("2026-01-01")), lists: { _ in .notListed })
  }

  private func expectTests(_ match: String, _ tests: String) throws {
    let lines = tests.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let compilation = compile(SampleRules.rule(match: match, rest: "tests:\n" + lines))
    #expect(compilation.diagnostics == [])
    for outcome in runTests(of: try #require(compilation.rule)) {
      #expect(outcome.failures == [], "\(match)")
    }
  }

  private func compile(_ text: String) -> RuleCompilation {
    SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
  }
}
