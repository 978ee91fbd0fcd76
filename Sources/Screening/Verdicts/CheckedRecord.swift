public import Maritime
public import RuleLanguage
public import Watchlists

/// Everything a screening looked at, whether or not it found something: the negative record.
public struct CheckedRecord: Hashable, Sendable {
  /// The answer of one rule.
  public struct RuleAnswer: Hashable, Sendable {
    /// The rule's id.
    public let rule: String
    /// The rule's version.
    public let version: Int
    /// What it said.
    public let answer: RuleEvaluation.Answer
  }

  /// A watchlist and whether it was young enough.
  public struct CheckedList: Hashable, Sendable {
    /// The newest snapshot that was known.
    public let current: SnapshotSummary
    /// Older snapshots, which tell since when entries were there; by published date.
    public let earlier: [SnapshotSummary]
    /// Whether the newest was older than the policy allows.
    public let isOutOfDate: Bool
  }

  /// The lists, sorted by id.
  public let lists: [CheckedList]
  /// The answers of all rules that were evaluated, sorted by rule.
  public let rules: [RuleAnswer]
  /// The rules that were not evaluated, because they serve other regimes or are drafts; sorted.
  public let rulesLeftOut: [String]
  /// The time that the rules could look at.
  public let window: TimeSpan
  /// The time from the vessel's first position to its last; `nil` without any.
  public let observed: TimeSpan?
  /// How many positions of the vessel were read.
  public let positions: Int
  /// How many facts about the vessel there were.
  public let facts: Int
}
