import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct CostTests {
  @Test func growsWithWhatARuleCombines() {
    let cost = { (match: String) in SampleRules.compiled(match: match).cost.steps }
    let one = cost("fact: ais_gap")
    #expect(one == 100)
    #expect(cost("fact: ais_gap\nacross: all_vessels") == one * 1000)
    let pair = cost("sequence: {steps: [{fact: ais_gap}, {fact: port_call}]}")
    let close = cost("sequence: {within: 9d, steps: [{fact: ais_gap}, {fact: port_call}]}")
    #expect(one < close && close < pair)
  }

  @Test func namesWhatDominates() {
    let rule = SampleRules.compiled(
      match: """
        fact: {fact: flag_change, where: [from != to]}
        sequence: {steps: [{fact: ais_gap, as: first}, {fact: port_call}]}
        """)
    #expect(rule.cost.dominant == "sequence")
    #expect(rule.cost.span.start.line == 10)
    #expect(rule.cost.steps < 100_000)
  }

  @Test func refusesWhatTakesTooLong() {
    expectDiagnostics(
      SampleRules.rule(
        match: """
          sequence:
            steps:
              - fact: ais_gap
                across: all_vessels
              - fact: port_call  # error: too-costly
                across: all_vessels
          """))
    expectDiagnostics(
      SampleRules.rule(
        match: """
          sequence:
            within: 9d
            steps:
              - fact: ais_gap
                across: all_vessels
              - fact: port_call
                across: all_vessels
          """))
  }
}
