import InputFiles
import Maritime
public import Reporting
import RuleLanguage
import Screening
import StrictYAML
import Watchlists

/// Which rules to try on which past.
public struct BacktestRequest: Sendable {
  /// Rule files or folders; the shipped rules when empty.
  public var rules: [String]
  /// Facts files.
  public var factFiles: [String]
  /// The folder with lists; the shipped ones when `nil`.
  public var lists: String?
  /// A CSV file `imo,designated_from` that says who was designated, in place of the lists;
  /// `designated_to` may stand beside them.
  public var truthFile: String?
  /// The time between as-of dates: `1mo`, `2w`, `10d`.
  public var every: String
  /// How many threads to use.
  public var threads: Int
  /// Ports and zones that the rules may name.
  public var geography: GeographySources

  /// Creates a request.
  public init(
    rules: [String], factFiles: [String], lists: String? = nil, truthFile: String? = nil,
    every: String = "1mo", threads: Int = 1, geography: GeographySources = GeographySources()
  ) {
    self.rules = rules
    self.factFiles = factFiles
    self.lists = lists
    self.truthFile = truthFile
    self.every = every
    self.threads = threads
    self.geography = geography
  }
}

/// Asks rules at every as-of date of a past, and compares with who was designated later.
///
/// At each date a rule sees only the facts that had begun and the lists that had been published.
///
/// - Throws: `WorkflowError` when a rule does not compile or a file cannot be used.
public func backtestRules(_ request: BacktestRequest) async throws -> BacktestReport {
  let library = try library(at: request.rules, geography: request.geography)
  let all = try library.checked().filter { $0.header.status != .draft }
  let rules = all.filter { $0.header.subject == .vessel }
  let inputs = try RuleInputs(factFiles: request.factFiles, lists: request.lists)
  let dates = try BacktestDates(every: request.every, inputs).all
  let truth = try request.truthFile.map(readTruth)
  let keys = inputs.vessels.keys
  let histories = await inParallel(keys.count, threads: request.threads) { index in
    let subject = inputs.vessels.subject(keys[index])
    let answers = dates.map { date in
      let input = inputs.input(subject, asOf: date)
      return rules.map { $0.evaluate(input).answer }
    }
    return Backtest.History(
      designations: designations(of: subject, inputs, truth),
      answers: rules.indices.map { rule in answers.map { $0[rule] } })
  }
  return BacktestReport(
    Backtest(rules.map(\.header), dates: dates, histories: histories),
    leftOut: all.filter { $0.header.subject != .vessel }.map(\.header.id))
}

/// When a vessel was designated, by the truth file or by all that the lists tell.
private func designations(
  of subject: ScreeningSubject, _ inputs: RuleInputs, _ truth: [IMONumber: [TimeSpan]]?
) -> [TimeSpan] {
  if let truth { return subject.vessel.imo.flatMap { truth[$0] } ?? [] }
  return inputs.index.designatedSpans(of: subject.vessel)
}

private func readTruth(_ path: String) throws -> [IMONumber: [TimeSpan]] {
  let rows = delimitedRows(in: try InputFile.readAll(path: path, limit: 64 << 20))
  let header = rows.first?.fields ?? []
  guard let number = header.firstIndex(of: "imo"),
    let from = header.firstIndex(of: "designated_from")
  else {
    throw WorkflowError.badInput(
      path: path, message: "line 1: the header has no columns imo and designated_from",
      advice: "name them imo and designated_from; other columns are ignored")
  }
  let to = header.firstIndex(of: "designated_to")
  var found: [IMONumber: [TimeSpan]] = [:]
  for row in rows.dropFirst() {
    guard row.fields.indices.contains(max(number, from)),
      let imo = IMONumber(row.fields[number]),
      let span = span(row.fields[from], to.flatMap { row.fields.dropFirst($0).first } ?? "")
    else {
      throw WorkflowError.badInput(
        path: path, message: "line \(row.line): this is not an IMO number and a date or two",
        advice: "write such as 9074729,2024-06-25")
    }
    found[imo, default: []].append(span)
  }
  return found
}

/// A span from one date up to another, or without an end.
private func span(_ from: String, _ to: String) -> TimeSpan? {
  guard let start = UTCTime(from) else { return nil }
  if to.isEmpty { return TimeSpan(start: start, end: nil) }
  guard let end = UTCTime(to), start < end else { return nil }
  return TimeSpan(start: start, end: end)
}

/// The as-of dates of a back-test: from the first fact on, up to the last moment that is known.
private struct BacktestDates {
  let all: [UTCTime]

  /// Twenty years of weeks.
  private static let most = 1040

  init(every text: String, _ inputs: RuleInputs) throws {
    let number = Int(text.prefix { $0.isASCII && $0.isNumber }) ?? 0
    let unit = String(text.drop { $0.isASCII && $0.isNumber })
    let days = ["d": 1, "w": 7][unit]
    let months = ["mo": 1, "y": 12][unit]
    guard (1...10_000).contains(number), days != nil || months != nil else {
      throw WorkflowError.badInput(
        path: nil, message: "'\(text)' is no time between dates",
        advice: "write a number and d, w, mo or y, such as --every 1mo")
    }
    let first = inputs.facts.map(\.header.span.start).min() ?? inputs.latest
    let start = UTCTime(first.date)
    func date(_ step: Int) -> UTCTime {
      months.map { start.adding(months: step * number * $0) }
        ?? UTCTime(
          milliseconds: start.milliseconds + Int64(step * number * (days ?? 1)) * 86_400_000)
    }
    var found: [UTCTime] = []
    while found.count <= Self.most, let next = Optional(date(found.count + 1)),
      next < inputs.latest
    {
      found.append(next)
    }
    guard found.count <= Self.most else {
      throw WorkflowError.badInput(
        path: nil, message: "'\(text)' makes more than \(Self.most) dates",
        advice: "choose a longer time with --every")
    }
    all = found + [inputs.latest]
  }
}
