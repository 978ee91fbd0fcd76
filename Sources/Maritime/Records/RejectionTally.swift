/// Counts rejected rows by reason and keeps the first few of each as examples.
///
/// Feeds have too many rows to keep every rejection, but none goes uncounted.
public struct RejectionTally: Hashable, Sendable {
  /// How many examples are kept for each reason.
  public static let examplesKept = 5

  /// The number of rows rejected, by reason.
  public private(set) var counts: [String: Int] = [:]
  private var kept: [String: [Rejection]] = [:]

  /// Creates a tally of nothing.
  public init() {}

  /// The number of rows rejected for any reason.
  public var total: Int { counts.values.reduce(0, +) }

  /// The examples, by file, line and reason.
  public var examples: [Rejection] {
    kept.values.flatMap(\.self).sorted {
      ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason)
    }
  }

  /// Counts one more row.
  public mutating func add(_ rejection: Rejection) {
    counts[rejection.reason, default: 0] += 1
    keep(rejection)
  }

  /// Counts `count` more rows without examples.
  public mutating func add(_ reason: String, count: Int) {
    guard count > 0 else { return }
    counts[reason, default: 0] += count
  }

  /// Adds another tally, as if its rows had been added one by one, in any order.
  public mutating func merge(_ other: RejectionTally) {
    for (reason, count) in other.counts { counts[reason, default: 0] += count }
    for rejection in other.examples { keep(rejection) }
  }

  private mutating func keep(_ rejection: Rejection) {
    var examples = kept[rejection.reason] ?? []
    examples.append(rejection)
    examples.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    kept[rejection.reason] = Array(examples.prefix(Self.examplesKept))
  }
}
