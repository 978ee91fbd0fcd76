import Maritime
public import Screening
public import Watchlists

/// The snapshots of watchlists that are in force.
public struct ListStatusReport: Sendable {
  private let snapshots: [SnapshotSummary]
  /// How young they are, by id; empty when nobody asked.
  private let ages: [String: ListFreshness.List]
  private let problems: [Undetermined]

  /// Creates a report; the lists are shown by id, then by date.
  public init(_ snapshots: [SnapshotSummary]) {
    self.snapshots = snapshots.sorted {
      ($0.list, $0.published, $0.digest) < ($1.list, $1.published, $1.digest)
    }
    (ages, problems) = ([:], [])
  }

  /// Creates a report on how young the lists are on a day.
  public init(_ freshness: ListFreshness) {
    snapshots = freshness.lists.map(\.current)
    ages = Dictionary(freshness.lists.map { ($0.current.list, $0) }) { first, _ in first }
    problems = freshness.problems
  }

  /// Whether a list is out of date or missing.
  public var hasProblems: Bool { !problems.isEmpty }

  /// A table for people.
  public func text(style: ReportStyle) -> String {
    guard !snapshots.isEmpty else { return "No watchlist is imported.\n" + problemLines }
    let isAged = !ages.isEmpty
    let table = TextTable(
      headings: ["list", "published", "entries", "vessels", "rejections", "dates"]
        + (isAged ? ["days", "at most"] : []) + ["publisher"],
      rows: snapshots.map { list in
        [
          list.list, list.published.dayDescription, Quantity.count(list.entries).description,
          Quantity.count(list.vessels).description, Quantity.count(list.rejections).description,
          list.hasDates ? "yes" : "no",
        ] + (ages[list.list].map(Self.cells) ?? []) + [list.publisher]
      })
    return table.lines(style: style).map { $0 + "\n" }.joined() + problemLines
  }

  private var problemLines: String {
    complaints.map { $0 + "\n" }.joined()
  }

  private static func cells(_ age: ListFreshness.List) -> [String] {
    [String(age.days), age.limit.map { String($0) } ?? "–"]
  }

  /// A JSON array on one line, with a line end.
  public var json: String {
    let objects = snapshots.map { list in
      let object = JSONText.object([
        "list": JSONText.string(list.list),
        "publisher": JSONText.string(list.publisher),
        "format": JSONText.string(list.format),
        "published": JSONText.string(list.published.dayDescription),
        "digest": JSONText.string(list.digest),
        "entries": String(list.entries),
        "vessels": String(list.vessels),
        "rejections": String(list.rejections),
        "regimes": JSONText.strings(list.regimes),
        "has_dates": list.hasDates ? "true" : "false",
        "published_basis": JSONText.string(list.publishedBasis.rawValue),
      ])
      return ages[list.list].map { Self.json($0, after: object) } ?? object
    }
    return JSONText.array(objects) + "\n"
  }

  private static func json(_ age: ListFreshness.List, after object: String) -> String {
    let members = [
      ("age_days", String(age.days)), ("refresh_days", age.limit.map { String($0) } ?? "null"),
      ("out_of_date", age.isOutOfDate ? "true" : "false"),
    ]
    return members.reduce(object) { JSONText.object(with: $0, $1.0, $1.1) }
  }

  /// What is missing or out of date, one sentence each.
  public var complaints: [String] { problems.map { "\($0.clause): \($0.missing)" } }
}
