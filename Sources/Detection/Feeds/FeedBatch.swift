public import Maritime

/// What one feed file, or one block of it, held.
public struct FeedBatch: Sendable {
  /// The positions, in file order.
  public var positions: [Position] = []
  /// The static reports: the first and the last of each run of equal ones, in file order.
  public var reports: [StaticReport] = []
  /// The rows that became neither.
  public var rejections = RejectionTally()
  /// What was counted on the way: lines, sentences, messages by type.
  public var counts: [String: Int] = [:]

  /// Creates an empty batch.
  public init() {}
}
