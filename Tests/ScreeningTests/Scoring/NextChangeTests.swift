import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing
import Watchlists

struct NextChangeTests {
  @Test(arguments: [
    // 40 points halve in 100 days: below 30 after 42 days (100 × log2(40 / 30) = 41.5).
    (40, 100, nil, "2026-04-12", Disposition.monitor),
    (10, 365, nil, "2026-03-04", .clear),  // 9.95 rounds to 10.0 until the third day
    (40, 100, Disposition.review, nil, nil),  // a floor does not fade
    (40, nil, nil, nil, nil),
    (0, 100, nil, nil, nil),
  ])
  func findsTheDay(
    _ points: Int, _ halfLife: Int64?, _ floor: Disposition?, _ date: String?,
    _ disposition: Disposition?
  ) {
    let verdict = verdict([
      .firing(.sample("a", points: points, halfLifeDays: halfLife, floor: floor))
    ])
    #expect(verdict.nextChange?.date.dayDescription == date)
    #expect(verdict.nextChange?.disposition == disposition)
  }

  @Test func agreesWithAScreeningOnThatDay() throws {
    let rules: [ScreeningRule] = [
      .firing(.sample("a", points: 45, perExtra: 5, max: 60, halfLifeDays: 180), ages: [10]),
      .firing(.sample("b", points: 30, halfLifeDays: 365, group: "identity"), ages: [100]),
    ]
    let change = try #require(verdict(rules).nextChange)
    let before = UTCTime(milliseconds: change.date.milliseconds - 86_400_000)
    let days = (change.date - asOf) / 86_400_000
    func later(_ days: Int64) -> [ScreeningRule] {
      [
        .firing(rules[0].header, ages: [10 + days]), .firing(rules[1].header, ages: [100 + days]),
      ]
    }
    let lists = [SnapshotSummary.sample("house", regimes: [])]
    #expect(
      verdict(later(days - 1), snapshots: lists, asOf: before).disposition
        == verdict(rules).disposition)
    #expect(
      verdict(later(days), snapshots: lists, asOf: change.date).disposition == change.disposition)
  }
}
