public import Maritime
public import Watchlists

/// What an import of watchlists did.
public struct ListImportReport: Sendable {
  /// One list of the import.
  public struct List: Sendable {
    /// The snapshot.
    public let summary: SnapshotSummary
    /// Whether it was not in the store before.
    public let isNew: Bool
    /// The rows that did not become entries.
    public let rejections: [Rejection]

    /// Creates a list.
    public init(summary: SnapshotSummary, isNew: Bool, rejections: [Rejection]) {
      self.summary = summary
      self.isNew = isNew
      self.rejections = rejections
    }
  }

  /// How many rejected rows of a list the text shows; the counts name them all.
  private static let examplesShown = 5

  private let lists: [List]

  /// Creates a report in the order of `lists`.
  public init(_ lists: [List]) { self.lists = lists }

  /// The snapshots as a table, then the rejected rows.
  public func text(style: ReportStyle) -> String {
    let known = lists.filter { !$0.isNew }.map(\.summary.list)
    var text = ListStatusReport(lists.map(\.summary)).text(style: style)
    if !known.isEmpty {
      text +=
        "Nothing changed for \(known.joined(separator: ", ")): the same file is there already.\n"
    }
    for list in lists { text += rejected(list.rejections, of: list.summary.list) }
    return text
  }

  /// The snapshots as `lists status --json` shows them, on one line with a line end.
  public var json: String { ListStatusReport(lists.map(\.summary)).json }

  private func rejected(_ rejections: [Rejection], of list: String) -> String {
    guard !rejections.isEmpty else { return "" }
    let reasons = Dictionary(grouping: rejections, by: \.reason).mapValues(\.count)
      .sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let examples = rejections.prefix(Self.examplesShown).map { rejection in
      "  \(rejection.file):\(rejection.line): \(rejection.reason)"
        + (rejection.detail.map { " (\($0))" } ?? "") + "\n"
    }
    return "\(list): \(rejections.count) rows rejected (\(reasons))\n" + examples.joined()
  }
}
