import Maritime
import RuleLanguage
import TestSupport
import Testing

struct AtLeastOfTests {
  @Test(arguments: [
    ("at_least: 1\nof: [{fact: ais_gap}, {fact: discharge}]", "fires"),
    ("at_least: 2\nof: [{fact: ais_gap}, {fact: discharge}]", "does_not_fire"),
    ("at_least: 2\nof: [{fact: ais_gap}, {fact: port_call}, {fact: discharge}]", "fires"),
    (
      "at_least: 2\nof: [{fact: ais_gap, where: [reception > 0.5]}, {fact: port_call}]",
      "unknown"
    ),
    (
      "at_least: 1\nof: [{fact: ais_gap, where: [reception > 0.5]}, {fact: port_call}]", "fires"
    ),
    ("at_least: 1\nof: [vessel.flag == KP, {fact: discharge}]", "unknown"),
    ("fact: ais_gap\nat_least: 1\nof: [{fact: discharge}]", "does_not_fire"),
    ("none: [{at_least: 2, of: [{fact: ais_gap}, {fact: discharge}]}]", "fires"),
  ])
  func counts(_ match: String, _ answer: String) {
    let facts = [SampleRules.fact("ais_gap", 0, 3), SampleRules.fact("port_call", 4, 6)]
    let evaluation = SampleRules.compiled(match: match).evaluate(SampleRules.input(facts))
    #expect(evaluation.answer.rawValue == answer)
    if match.hasPrefix("at_least: 2"), answer == "fires" {
      #expect(evaluation.matches.map { $0.facts.count } == [2])
    }
  }

  @Test(arguments: [
    "at_least: 3  # error: invalid-number\nof: [{fact: ais_gap}, {fact: port_call}]",
    "at_least: 1  # error: missing-key",
    "at_least: 1\nof: []  # error: empty-list",
    "at_least: 1\nof: [{fact: ais_gpa}]  # error: unknown-fact",
    """
    at_least: 1
    of: [{fact: ais_gap}, {fact: port_call, as: call}]
    state: [call.duration > 3h]  # error: uncertain-name
    """,
  ])
  func refuses(_ match: String) {
    expectDiagnostics(SampleRules.rule(match: match))
  }
}
