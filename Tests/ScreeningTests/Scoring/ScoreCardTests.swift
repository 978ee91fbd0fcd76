import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing

struct ScoreCardTests {
  @Test(arguments: [
    ([], "0.0", RiskLevel.minimal, Disposition.clear),
    ([("a", 9)], "9.0", .minimal, .clear),
    ([("a", 10)], "10.0", .low, .monitor),
    ([("a", 29)], "29.0", .low, .monitor),
    ([("a", 30)], "30.0", .elevated, .review),
    ([("a", 59)], "59.0", .elevated, .review),
    // One behaviour through two rules is one behaviour: the group's cap holds.
    ([("a", 50), ("a", 50)], "60.0", .high, .review),
    // Two families support one another.
    ([("a", 50), ("b", 10)], "60.0", .high, .escalate),
    // A faint second family supports nothing.
    ([("a", 60), ("b", 9)], "69.0", .high, .review),
    ([("a", 60), ("b", 60), ("c", 60)], "100.0", .high, .escalate),
  ])
  func addsUp(
    _ points: [(String, Int)], score: String, level: RiskLevel, disposition: Disposition
  ) {
    let rules = points.enumerated().map { index, part in
      ScreeningRule.firing(.sample("rule-\(index)", points: part.1, group: part.0))
    }
    let verdict = verdict(rules)
    #expect(verdict.score.description == score)
    #expect(verdict.level == level)
    #expect(verdict.disposition == disposition)
  }

  @Test func capsNamedGroups() {
    var policy = Policy.standard
    policy.groups.caps["dark-activity"] = Points(25)
    let verdict = verdict(
      [.firing(.sample("a", points: 90, group: "dark-activity"))], policy: policy)
    #expect(verdict.groups.map(\.sum) == [Points(90)])
    #expect(verdict.groups.map(\.counted) == [Points(25)])
    #expect(verdict.findings.map(\.points) == [Points(90)])
    #expect(verdict.disposition == .monitor)
  }

  @Test func saysThatCorroborationIsMissing() {
    let verdict = verdict([.firing(.sample("a", points: 80))])
    #expect(verdict.reason.contains("would escalate"))
    #expect(verdict.reason.contains("behaviour"))
  }
}
