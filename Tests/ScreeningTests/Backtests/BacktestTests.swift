import Maritime
import RuleLanguage
import Screening
import TestSupport
import Testing

struct BacktestTests {
  private let dates = ["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"].map(utc)

  /// One vessel on which a rule fires at some of the dates.
  private func tally(_ designations: [(String, String?)], fires: [Int]) -> Backtest.Tally {
    let answers = dates.indices.map {
      fires.contains($0) ? RuleEvaluation.Answer.fires : .doesNotFire
    }
    let spans = designations.map { TimeSpan(start: utc($0.0), end: $0.1.map(utc)) }
    let history = Backtest.History(designations: spans, answers: [answers])
    return Backtest([.sample("rule")], dates: dates, histories: [history]).rules[0]
  }

  /// What an alert on the first of March came to: confirmed, late, and how many were to be found.
  @Test(
    arguments: [
      ([], [0, 0, 0]),
      ([("2024-04-10", nil)], [1, 0, 1]),
      ([("2024-02-10", nil)], [0, 1, 1]),
      ([("2023-01-01", nil)], [0, 1, 0]),
      ([("2024-03-01", nil)], [0, 1, 1]),
      // Taken off before the rule fired: neither late nor confirmed, so a false alarm.
      ([("2023-01-01", "2024-02-20")], [0, 0, 0]),
      ([("2023-01-01", "2024-03-01")], [0, 0, 0]),
      // Taken off after it had fired.
      ([("2024-04-10", "2024-04-20")], [1, 0, 1]),
      // Listed again later.
      ([("2023-01-01", "2024-02-20"), ("2024-04-10", nil)], [1, 0, 1]),
      // Two lists at once are one designation.
      ([("2023-01-01", "2024-03-20"), ("2024-03-10", nil)], [0, 1, 0]),
      ([("2024-02-10", nil), ("2023-01-01", "2024-02-15")], [0, 1, 0]),
    ] as [([(String, String?)], [Int])])
  func countsOnlyDesignationsThatHold(_ designations: [(String, String?)], _ expected: [Int]) {
    let found = tally(designations, fires: [1, 2])
    #expect([found.confirmed, found.late, found.designatedLater] == expected)
    #expect(found.alerts == 1 && found.fires == 2)
  }

  @Test func measuresTheLead() {
    #expect(tally([("2024-04-10", nil)], fires: [1]).leadDays == [40])
    #expect(tally([("2024-04-10", nil)], fires: []).recall == 0)
    #expect(tally([("2023-01-01", "2024-02-20")], fires: [1]).precision == 0)
    #expect(tally([("2023-01-01", nil)], fires: [1]).precision == nil)
  }
}
