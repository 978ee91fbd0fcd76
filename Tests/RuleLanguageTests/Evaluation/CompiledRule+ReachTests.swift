import Maritime
import RuleLanguage
import TestSupport
import Testing

struct CompiledRuleReachTests {
  @Test(arguments: [
    ("fact: ais_gap", CompiledRule.Reach()),
    (
      "path: {over: encounter, hops: 1, max_fan_out: 64, as: [meeting]}",
      .init(contacts: ["encounter"])
    ),
    (
      "count: {of: {fact: flag_change, across: all_vessels}, at_least: 2}",
      .init(kinds: ["flag_change"])
    ),
  ])
  func namesTheKindsOfOtherVessels(_ match: String, reach: CompiledRule.Reach) {
    #expect(SampleRules.compiled(match: match).reach == reach)
  }
}
