public import Maritime

/// A watchlist as it was published on a day.
public struct Snapshot: Hashable, Sendable {
  /// What it is.
  public let summary: SnapshotSummary
  /// Its entries, in file order.
  public let designations: [Designation]
  /// The rows that did not become entries.
  public let rejections: [Rejection]

  /// Creates a snapshot.
  public init(summary: SnapshotSummary, designations: [Designation], rejections: [Rejection]) {
    self.summary = summary
    self.designations = designations
    self.rejections = rejections
  }
}
