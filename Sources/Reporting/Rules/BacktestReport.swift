import Maritime
public import Screening

/// What rules said of a past fleet, against who was designated later.
public struct BacktestReport: Sendable {
  private let backtest: Backtest
  private let leftOut: [String]

  /// Creates a report; `leftOut` names rules that are about no vessel.
  public init(_ backtest: Backtest, leftOut: [String]) {
    self.backtest = backtest
    self.leftOut = leftOut
  }

  /// A table with a row for each rule that fired or could not be decided, and one for all.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    let first = backtest.dates.first?.dayDescription ?? "–"
    let last = backtest.dates.last?.dayDescription ?? "–"
    page.add(
      page.paint(
        "\(Quantity.count(backtest.vessels)) vessels at \(backtest.dates.count) dates, "
          + "\(first) to \(last)", .bold))
    page.add("\(Quantity.count(backtest.designatedLater)) of them designated after \(first)")
    page.add()
    let spoke = backtest.rules.filter { $0.fires > 0 || $0.unknowns > 0 }
    let table = TextTable(
      headings: [
        "rule", "fires", "alerts", "per 1,000", "unknown", "precision", "recall", "lead (days)",
      ], rows: (spoke + [backtest.total]).map(Self.row))
    for line in table.lines(style: style) { page.add(line) }
    page.add()
    let silent = backtest.rules.count - spoke.count
    if silent > 0 { page.add("\(silent) rules never fired and could always be decided.") }
    if !leftOut.isEmpty {
      page.paragraph(
        "Left out, because they are about no single vessel: \(leftOut.joined(separator: ", ")).",
        indent: 0)
    }
    page.paragraph(
      "An alert is a vessel on which the rule fired at least once. Precision is the share of alerts "
        + "before any designation that a designation followed; recall the share of later "
        + "designations that an alert preceded; lead the first quartile, median and third.",
      indent: 0, tone: .faint)
    return page.text
  }

  private static func row(_ tally: Backtest.Tally) -> [String] {
    [
      tally.rule, "\(Quantity.count(tally.fires))", "\(Quantity.count(tally.alerts))",
      "\(tally.alertsPerThousand / 10).\(tally.alertsPerThousand % 10)",
      percent(tally.unknownRate), percent(tally.precision), percent(tally.recall),
      tally.leadQuartiles.map { "\($0.low) / \($0.median) / \($0.high)" } ?? "–",
    ]
  }

  private static func percent(_ thousandths: Int?) -> String {
    thousandths.map { "\($0 / 10).\($0 % 10) %" } ?? "–"
  }

  /// One JSON object on one line.
  public var json: String {
    let object = JSONValue.object([
      JSONMember("vessels", .number(Double(backtest.vessels))),
      JSONMember("designated_later", .number(Double(backtest.designatedLater))),
      JSONMember("dates", .array(backtest.dates.map { .string($0.description) })),
      JSONMember("rules", .array(backtest.rules.map(Self.json))),
      JSONMember("total", Self.json(backtest.total)),
      JSONMember("left_out", .array(leftOut.map(JSONValue.string))),
    ])
    return object.text + "\n"
  }

  private static func json(_ tally: Backtest.Tally) -> JSONValue {
    let quartiles = tally.leadQuartiles
    let number = { (value: Int?, scale: Double) in
      value.map { JSONValue.number(Double($0) / scale) } ?? .null
    }
    return .object([
      JSONMember("rule", .string(tally.rule)), JSONMember("fires", number(tally.fires, 1)),
      JSONMember("evaluations", number(tally.evaluations, 1)),
      JSONMember("alerts", number(tally.alerts, 1)),
      JSONMember("alerts_per_1000", number(tally.alertsPerThousand, 10)),
      JSONMember("confirmed", number(tally.confirmed, 1)),
      JSONMember("after_designation", number(tally.late, 1)),
      JSONMember("unknown_rate", number(tally.unknownRate, 1000)),
      JSONMember("precision", number(tally.precision, 1000)),
      JSONMember("recall", number(tally.recall, 1000)),
      JSONMember("lead_days_first_quartile", number(quartiles?.low, 1)),
      JSONMember("lead_days_median", number(quartiles?.median, 1)),
      JSONMember("lead_days_third_quartile", number(quartiles?.high, 1)),
    ])
  }
}
