import Maritime
public import Watchlists

/// The snapshots of watchlists that are in force.
public struct ListStatusReport: Sendable {
  private let snapshots: [SnapshotSummary]

  /// Creates a report; the lists are shown by id, then by date.
  public init(_ snapshots: [SnapshotSummary]) {
    self.snapshots = snapshots.sorted {
      ($0.list, $0.published, $0.digest) < ($1.list, $1.published, $1.digest)
    }
  }

  /// A table for people.
  public func text(style: ReportStyle) -> String {
    guard !snapshots.isEmpty else { return "No watchlist is imported.\n" }
    let table = TextTable(
      headings: ["list", "published", "entries", "vessels", "rejections", "dates", "publisher"],
      rows: snapshots.map { list in
        [
          list.list, list.published.dayDescription, Quantity.count(list.entries).description,
          Quantity.count(list.vessels).description, Quantity.count(list.rejections).description,
          list.hasDates ? "yes" : "no", list.publisher,
        ]
      })
    return table.lines(style: style).map { $0 + "\n" }.joined()
  }

  /// A JSON array on one line, with a line end.
  public var json: String {
    let objects = snapshots.map { list in
      JSONText.object([
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
    }
    return JSONText.array(objects) + "\n"
  }
}
