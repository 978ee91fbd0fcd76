import Maritime
import RuleLanguage
import TestSupport
import Testing

struct CompiledRuleReachTests {
  @Test(arguments: [
    ("fact: ais_gap", CompiledRule.Reach.kinds([])),
    ("path: {over: encounter, hops: 1, max_fan_out: 64, as: [meeting]}", .kinds(["encounter"])),
  ])
  func namesTheKindsOfOtherVessels(_ match: String, reach: CompiledRule.Reach) {
    #expect(SampleRules.compiled(match: match).reach == reach)
  }
}
