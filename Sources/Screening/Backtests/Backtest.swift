public import Maritime
public import RuleLanguage

/// What rules said of a fleet over a period, against which vessels were designated later.
public struct Backtest: Sendable {
  /// One vessel through all as-of dates.
  public struct History: Sendable {
    /// When the vessel was first designated; `nil` when it never was.
    public let designatedFrom: UTCTime?
    /// Each rule's answers, in the order of the rules and then of the dates.
    public let answers: [[RuleEvaluation.Answer]]

    /// Creates a history.
    public init(designatedFrom: UTCTime?, answers: [[RuleEvaluation.Answer]]) {
      self.designatedFrom = designatedFrom
      self.answers = answers
    }
  }

  /// The as-of dates, in order.
  public let dates: [UTCTime]
  /// How many vessels were looked at.
  public let vessels: Int
  /// How many of them were designated after the first date.
  public let designatedLater: Int
  /// One tally for each rule, in the order of the rules.
  public let rules: [Tally]
  /// All rules together: a vessel counts from the first of them that fires.
  public let total: Tally

  /// Counts.
  ///
  /// - Parameters:
  ///   - headers: The rules.
  ///   - dates: The as-of dates, in order.
  ///   - histories: One for each vessel.
  public init(_ headers: [RuleHeader], dates: [UTCTime], histories: [History]) {
    self.dates = dates
    vessels = histories.count
    let later = histories.count { history in
      guard let date = history.designatedFrom, let first = dates.first else { return false }
      return date > first
    }
    designatedLater = later
    rules = headers.indices.map { index in
      Tally(
        headers[index].id, dates: dates, designatedLater: later,
        cases: histories.map { ($0.designatedFrom, $0.answers[index]) })
    }
    let counted = headers.indices.filter { [.stable, .deprecated].contains(headers[$0].status) }
    total = Tally(
      "all rules", dates: dates, designatedLater: later,
      cases: histories.map { history in
        (history.designatedFrom, history.together(counted, dates: dates.count))
      })
  }
}

extension Backtest {
  /// What one rule came to.
  public struct Tally: Sendable {
    /// The rule's id.
    public let rule: String
    /// How many vessels were asked about.
    public let vessels: Int
    /// How often it was asked: once for each vessel and date.
    public let evaluations: Int
    /// How often it fired.
    public let fires: Int
    /// How often it could not be decided.
    public let unknowns: Int
    /// The vessels on which it fired at least once.
    public let alerts: Int
    /// Those of them that were designated after it first fired.
    public let confirmed: Int
    /// Those of them that had been designated before it first fired: they prove nothing.
    public let late: Int
    /// The vessels designated after the first date.
    public let designatedLater: Int
    /// The whole days from the first time it fired to the designation, in order.
    public let leadDays: [Int]

    init(
      _ rule: String, dates: [UTCTime], designatedLater: Int,
      cases: [(designatedFrom: UTCTime?, answers: [RuleEvaluation.Answer])]
    ) {
      self.rule = rule
      self.designatedLater = designatedLater
      vessels = cases.count
      evaluations = cases.reduce(0) { $0 + $1.answers.count }
      fires = cases.reduce(0) { $0 + $1.answers.count { $0 == .fires } }
      unknowns = cases.reduce(0) { $0 + $1.answers.count { $0 == .unknown } }
      let fired = cases.compactMap { found in
        found.answers.firstIndex(of: .fires).map { (dates[$0], found.designatedFrom) }
      }
      alerts = fired.count
      let leads = fired.compactMap { first, designated in designated.map { $0 - first } }
      leadDays = leads.filter { $0 > 0 }.map { Int($0 / 86_400_000) }.sorted()
      confirmed = leadDays.count
      late = leads.count - leadDays.count
    }

    /// Alerts for each thousand vessels, in tenths.
    public var alertsPerThousand: Int { vessels == 0 ? 0 : alerts * 10_000 / vessels }
    /// Of the vessels on which it fired before any designation, the share that was designated
    /// later, in thousandths; `nil` when there are none.
    public var precision: Int? { Self.thousandths(confirmed, of: alerts - late) }
    /// Of the vessels designated later, the share on which it had fired, in thousandths.
    public var recall: Int? { Self.thousandths(confirmed, of: designatedLater) }
    /// How often it could not be decided, in thousandths.
    public var unknownRate: Int? { Self.thousandths(unknowns, of: evaluations) }
    /// The lead time that a quarter, a half and three quarters of the confirmed vessels have at
    /// most, in days; `nil` without any.
    public var leadQuartiles: (low: Int, median: Int, high: Int)? {
      guard !leadDays.isEmpty else { return nil }
      let at = { (part: Int) in leadDays[(leadDays.count - 1) * part / 4] }
      return (at(1), at(2), at(3))
    }

    private static func thousandths(_ part: Int, of whole: Int) -> Int? {
      whole == 0 ? nil : part * 1000 / whole
    }
  }
}

extension Backtest.History {
  /// Fires when one rule does; is unknown when none does and one is.
  fileprivate func together(_ rules: [Int], dates: Int) -> [RuleEvaluation.Answer] {
    (0..<dates).map { date in
      let all = rules.map { answers[$0][date] }
      if all.contains(.fires) { return .fires }
      return all.contains(.unknown) ? .unknown : .doesNotFire
    }
  }
}
