import RuleLanguage
import StrictYAML
import TestSupport
import Testing

/// The whole rule of the language page, with its tests.
let darkPortCall = """
  kind: rule
  language: 1
  id: dprk-dark-port-call
  title: Dark port call at a DPRK port
  status: stable
  severity: critical
  owner: maritime-desk
  typology: [dark-activity, dprk-port-call]
  regimes: [un-1718, us, eu, uk]
  references:
    - UNSCR 2397 (2017) para 5
  for: vessel
  lookback: 24mo
  match:
    sequence:
      within: 21d
      steps:
        - as: gap
          fact: ais_gap
          where:
            - duration >= 12h
            - reception >= 0.60
            - start_position within 120nm of @zones/kp-eez
        - as: call
          fact: port_call
          during: gap
          where:
            - port in @ports/dprk
            - source in [inferred, satellite, agent, customs]
  unless:
    - vessel.type == ro_ro_passenger
  on_unknown: review
  score: {points: 60, decay: {half_life: 365d, from: call.end}, group: dark-activity}
  floor: escalate
  evidence:
    say: "Dark for {gap.duration} from {gap.start}; call at {call.port.name} ({call.port.locode}), {call.source}."
    cite: [gap, call]
  exceptable_by: [[vessel.imo, call.start]]
  false_positives:
    - Humanitarian call with a 1718 Committee exemption; file it as an exception.
  tests:
    - name: 40 h gap with a satellite-seen Nampo call
      now: 2026-01-05T18:00Z
      vessel: {imo: "9000003", flag: KM, type: product_tanker}
      facts:
        - {fact: ais_gap, start: 2026-01-04T02:00Z, duration: 40h, start_position: "37.9,123.4", end_position: "37.8,123.6", reception: 0.93}
        - {fact: port_call, start: 2026-01-04T20:00Z, end: 2026-01-05T09:00Z, port: KPNAM, source: satellite}
      expect: {fires: true, points: 60.0, cites: [gap, call], says: "Nampo (KPNAM), satellite"}
      vary:
        - {set: {facts.0.duration: 11h59min}, expect: {fires: false, failing: "duration >= 12h"}}
        - {unset: facts.0.reception, expect: {fires: unknown, disposition: inconclusive}}
        - {set: {facts.1.port: CNDLC}, expect: {fires: false}}
        - {set: {vessel.type: ro_ro_passenger}, expect: {fires: false, points: 0}}
        - {unset: vessel.type, expect: {fires: unknown}}
        - {set: {now: 2027-01-05T09:00Z}, expect: {points: 30.0}}
        - {set: {now: 2029-01-01}, expect: {fires: false}}

  """

struct RuleTestOutcomeTests {
  @Test func passesTheRuleOfTheLanguagePage() throws {
    let rule = try compile(darkPortCall)
    let outcomes = runTests(of: rule)
    #expect(outcomes.count == 8)
    for outcome in outcomes { #expect(outcome.failures == [], "\(outcome.name)") }
  }

  @Test(arguments: [
    ("{fires: false}", "the rule fires; expected that it does not fire"),
    ("{points: 60}", "the rule gives 10.0 points; expected 60.0"),
    ("{cites: [call]}", "the rule cites [ais_gap]; expected [call]"),
    ("{says: Rajin}", "the rule says \"Dark for 40 h\"; expected \"Rajin\" in it"),
    ("{failing: duration > 2h}", "no clause failed; expected `duration > 2h`"),
    ("{disposition: review}", "the rule alone gives `escalate`; expected `review`"),
  ])
  func saysWhatDiffers(_ expect: String, _ failure: String) throws {
    let rule = try compile(gapRule(expect: expect))
    let outcome = try #require(runTests(of: rule).first)
    #expect(outcome.failures == [failure])
    #expect(!outcome.hasPassed)
  }

  @Test(arguments: [
    ("review", "escalate", "inconclusive"), ("fire", "escalate", "escalate"),
    ("fire", "monitor", "inconclusive"), ("{skip: optional data}", "escalate", "clear"),
    ("{skip: optional data}", "prohibited", "inconclusive"),
  ])
  func anUndecidedRuleLeadsToWhatAVerdictSays(
    _ onUnknown: String, _ floor: String, _ disposition: String
  ) throws {
    let text = SampleRules.rule(
      match: "fact: ais_gap\nwhere: [reception > 0.6]",
      rest: """
        on_unknown: \(onUnknown)
        score: {points: 10}
        floor: \(floor)
        evidence: {say: "Dark", cite: [ais_gap]}
        tests:
          - name: reception not known
            now: 2026-01-01
            facts: [{fact: ais_gap, start: 2025-12-01, duration: 40h}]
            expect: {fires: unknown, disposition: \(disposition)}
        """)
    #expect(runTests(of: try compile(text)).map(\.failures) == [[]])
  }

  @Test func readsListsOfACase() throws {
    let text = SampleRules.rule(
      match: "fact: encounter\nwhere: [partner on @lists/any-designated at start]",
      rest: """
        evidence: {say: "Met {entry.name} ({entry.list}, {entry.authority}, since {entry.listed_from})"}
        tests:
          - name: listed
            now: 2026-01-01
            lists: {any-designated: [{imo: "9000003", from: 2024-01-01, name: SUN, authority: UN}]}
            facts: [{fact: encounter, start: 2025-01-01, duration: 3h, partner: "9000003"}]
            expect: {fires: true, says: "Met SUN (any-designated, UN, since 2024-01-01)"}
            vary:
              - {set: {facts.0.start: 2023-12-31}, expect: {fires: false}}
              - {unset: lists.any-designated.0.from, expect: {fires: unknown}}
              - {set: {facts.0.partner: "123456789"}, expect: {fires: false}}
              - {set: {lists: {any-designated: not reachable}}, expect: {fires: unknown}}
              - {unset: facts.0.partner, expect: {fires: unknown}}
        """)
    for outcome in runTests(of: try compile(text)) {
      #expect(outcome.failures == [], "\(outcome.name)")
    }
  }

  @Test func readsTheFileBesideTheRule() throws {
    let tests = """
      kind: tests
      rule: sample
      tests:
        - {name: none, now: 2026-01-01, expect: {fires: false}}
      """
    let rule = SampleRules.rule(match: "fact: ais_gap")
    let compilation = SampleRules.compiler.compile(
      Array(rule.utf8), file: "sample.yaml",
      tests: (bytes: Array(tests.utf8), file: "sample.tests.yaml"))
    let outcomes = runTests(of: try #require(compilation.rule))
    #expect(outcomes.map(\.file) == ["sample.tests.yaml"])
    #expect(outcomes.map(\.hasPassed) == [true])
  }

  @Test(arguments: [
    "{name: a, now: soon, expect: {fires: true}}  # error: invalid-time",
    "{name: a, now: 2026-01-01, expect: {fires: maybe}}  # error: unknown-choice",
    "{name: a, now: 2026-01-01, expect: {fire: true}}  # error: unknown-key",
    "{name: a, now: 2026-01-01, expect: {points: many}}  # error: invalid-number",
    "{name: a, now: 2026-01-01}  # error: missing-key",
    "{name: a, now: 2026-01-01, vessel: {imo: \"9000004\"}, expect: {}}  # error: invalid-test-value",
    "{name: a, now: 2026-01-01, vessel: {flagg: KP}, expect: {}}  # error: unknown-key",
    "{name: a, now: 2026-01-01, facts: [{fact: gap}], expect: {}}  # error: unknown-fact",
    "{name: a, now: 2026-01-01, facts: [{fact: ais_gap}], expect: {}}  # error: missing-key",
    "{name: a, now: 2026-01-01, facts: [{fact: ais_gap, start: 2025-01-01, durration: 2h}], expect: {}}  # error: unknown-field",
    "{name: a, now: 2026-01-01, facts: [{fact: ais_gap, start: 2025-01-01, end: 2024-01-01}], expect: {}}  # error: inverted-test-fact",
    "{name: a, now: 2026-01-01, facts: [{fact: ais_gap, start: 2025-01-01, reception: high}], expect: {}}  # error: clause-syntax",
    "{name: a, now: 2026-01-01, facts: [{fact: port_call, start: 2025-01-01, port: KPNAN}], expect: {}}  # error: unknown-port",
    "{name: a, now: 2026-01-01, lists: {OFAC: []}, expect: {}}  # error: invalid-name",
    "{name: a, now: 2026-01-01, expect: {}, vary: [{set: {facts.3.x: 1}, expect: {}}]}  # error: unknown-test-path",
  ])
  func refusesTests(_ test: String) {
    expectDiagnostics(
      SampleRules.rule(match: "fact: ais_gap", rest: "tests:\n  - \(test)"))
  }

  private func compile(_ text: String) throws -> CompiledRule {
    let compilation = SampleRules.compiler.compile(Array(text.utf8), file: "sample.yaml")
    #expect(compilation.diagnostics == [])
    return try #require(compilation.rule)
  }

  private func gapRule(expect: String) -> String {
    SampleRules.rule(
      match: "fact: ais_gap\nwhere: [duration > 2h]",
      rest: """
        score: {points: 10}
        floor: escalate
        evidence: {say: "Dark for {ais_gap.duration}", cite: [ais_gap]}
        tests:
          - name: a gap
            now: 2026-01-01
            facts: [{fact: ais_gap, start: 2025-12-01, duration: 40h}]
            expect: \(expect)
        """)
  }
}
