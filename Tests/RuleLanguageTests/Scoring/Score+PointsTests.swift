import Maritime
import RuleLanguage
import Testing

struct ScorePointsTests {
  private static let now = UTCTime(seconds: 1_780_000_000)
  private static let day: Int64 = 86_400_000

  @Test(arguments: [
    ([], "0.0"),
    ([0], "60.0"),
    ([365], "30.0"),
    ([730], "15.0"),
    ([-3], "60.0"),  // a fact that still goes on has not begun to fade
    ([0, 0], "70.0"),
    ([0, 365], "65.0"),
    ([365, 0], "65.0"),  // the order of matches does not matter
    ([0, 0, 0, 0], "80.0"),
  ])
  func fadesAndAdds(_ ages: [Int64], expected: String) {
    let score = RuleHeader.Score(
      points: 60, perExtra: 10, max: 80,
      decay: RuleHeader.Decay(halfLife: 365 * Self.day, from: "call.end"), group: "dark-activity")
    let matches = ages.map { age in
      match(decayFrom: UTCTime(milliseconds: Self.now.milliseconds - age * Self.day))
    }
    #expect(score.points(of: matches, at: Self.now).description == expected)
  }

  @Test func keepsPointsThatDoNotFade() {
    let score = RuleHeader.Score(points: 25, decay: nil, group: "identity")
    #expect(score.points(of: [match(decayFrom: nil)], at: Self.now) == Points(25))
  }

  private func match(decayFrom: UTCTime?) -> RuleMatch {
    RuleMatch(sentence: "", facts: [], listEntries: [], decayFrom: decayFrom, since: nil)
  }
}
