import Maritime
import RuleLanguage
import Screening
import StrictYAML
import TestSupport
import Testing

struct FleetAnswersTests {
  private static let other = sampleVessel(imo: 9_000_003)
  private static let gaps = [
    Fact.sampleGap(of: ship, from: "2026-01-01", to: "2026-01-02"),
    Fact.sampleGap(of: other, from: "2026-01-03", to: "2026-01-04"),
  ]

  /// A rule about the fleet that fires when it sees both gaps.
  private static func rule(naming vessels: [VesselReference] = []) -> ScreeningRule {
    var header = RuleHeader.sample("cap", points: 30)
    header.subject = .program
    return ScreeningRule(header: header) { [header] input in
      guard input.subject == .program, input.facts.count == 2 else {
        return RuleEvaluation(rule: header, answer: .doesNotFire, matches: [], undetermined: [])
      }
      let match = RuleMatch(
        sentence: "The cap is exceeded.", facts: input.facts, listEntries: [], decayFrom: nil,
        since: nil, vessels: vessels)
      return RuleEvaluation(rule: header, answer: .fires, matches: [match], undetermined: [])
    }
  }

  private static func sentences(
    _ vessel: VesselReference, _ rule: ScreeningRule, facts: [Fact] = gaps
  ) -> [String] {
    verdict([rule], vessel: vessel, fleet: FleetFacts(facts)).findings.flatMap(\.sentences)
  }

  @Test func belongsToTheVesselsThatTheRuleNames() {
    let rule = Self.rule(naming: [Self.other])
    #expect(Self.sentences(Self.other, rule) == ["The cap is exceeded."])
    #expect(Self.sentences(ship, rule) == [])
  }

  @Test func belongsToTheVesselsOfItsFactsWithoutNames() {
    #expect(Self.sentences(Self.other, Self.rule()) == ["The cap is exceeded."])
    #expect(Self.sentences(ship, Self.rule()) == ["The cap is exceeded."])
    #expect(Self.sentences(sampleVessel(mmsi: 273_000_009), Self.rule()) == [])
  }

  @Test func seesNothingOfWhatComesLater() {
    let later = Fact.sampleGap(of: Self.other, from: "2026-03-02", to: "2026-03-03")
    #expect(Self.sentences(ship, Self.rule(), facts: [Self.gaps[0], later]) == [])
  }

  @Test func isInTheRecordOfEveryVessel() {
    let quiet = verdict(
      [Self.rule(naming: [Self.other])], vessel: ship, fleet: FleetFacts(Self.gaps))
    #expect(quiet.checked.rules.map(\.rule) == ["cap"])
    #expect(quiet.checked.rules.map(\.answer) == [.doesNotFire])
  }
}
