public import Maritime
public import RuleLanguage

/// What rules said of a fleet over a period, against which vessels were designated later.
public struct Backtest: Sendable {
  /// One vessel through all as-of dates.
  public struct History: Sendable {
    /// The spans in which the vessel was designated, in order and without overlap; an open one
    /// has no end.
    public let designations: [TimeSpan]
    /// Each rule's answers, in the order of the rules and then of the dates.
    public let answers: [[RuleEvaluation.Answer]]

    /// Creates a history.
    ///
    /// - Parameters:
    ///   - designations: The spans, in any order; those that touch become one.
    ///   - answers: Each rule's answers.
    public init(designations: [TimeSpan], answers: [[RuleEvaluation.Answer]]) {
      self.designations = designations.joined()
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
      history.designations.contains { span in dates.first.map { span.start > $0 } ?? false }
    }
    designatedLater = later
    rules = headers.indices.map { index in
      Tally(
        headers[index].id, dates: dates, designatedLater: later,
        cases: histories.map { ($0.designations, $0.answers[index]) })
    }
    let counted = headers.indices.filter { [.stable, .deprecated].contains(headers[$0].status) }
    total = Tally(
      "all rules", dates: dates, designatedLater: later,
      cases: histories.map { history in
        (history.designations, history.together(counted, dates: dates.count))
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
    /// Those of them that were designated already when it first fired: they prove nothing.
    ///
    /// A designation that had ended by then is none: the vessel counts like any other.
    public let late: Int
    /// The vessels designated after the first date.
    public let designatedLater: Int
    /// The whole days from the first time it fired to the designation, in order.
    public let leadDays: [Int]

    init(
      _ rule: String, dates: [UTCTime], designatedLater: Int,
      cases: [(designations: [TimeSpan], answers: [RuleEvaluation.Answer])]
    ) {
      self.rule = rule
      self.designatedLater = designatedLater
      vessels = cases.count
      evaluations = cases.reduce(0) { $0 + $1.answers.count }
      fires = cases.reduce(0) { $0 + $1.answers.count { $0 == .fires } }
      unknowns = cases.reduce(0) { $0 + $1.answers.count { $0 == .unknown } }
      let fired = cases.compactMap { found in
        found.answers.firstIndex(of: .fires).map { (dates[$0], found.designations) }
      }
      alerts = fired.count
      late = fired.count { first, spans in spans.contains { $0.holds(first) } }
      let leads = fired.compactMap { first, spans -> Int64? in
        guard !spans.contains(where: { $0.holds(first) }) else { return nil }
        return spans.map { $0.start - first }.first { $0 > 0 }
      }
      leadDays = leads.map { Int($0 / 86_400_000) }.sorted()
      confirmed = leadDays.count
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

extension TimeSpan {
  /// Whether an instant lies in the span, the end not included.
  fileprivate func holds(_ time: UTCTime) -> Bool {
    start <= time && end.map { time < $0 } ?? true
  }
}

extension [TimeSpan] {
  /// The spans in order, those that touch or overlap as one.
  fileprivate func joined() -> [TimeSpan] {
    let ordered = sorted { ($0.start, $0.end ?? $0.start) < ($1.start, $1.end ?? $1.start) }
    return ordered.reduce(into: []) { joined, span in
      guard let last = joined.last, last.end.map({ span.start <= $0 }) ?? true else {
        joined.append(span)
        return
      }
      let end = last.end.flatMap { first in span.end.map { Swift.max(first, $0) } }
      joined[joined.count - 1] = TimeSpan(start: last.start, end: end)
    }
  }
}
