public import Maritime
public import RuleLanguage

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
    /// The list.
    public let status: ListStatus
    /// Whether it was older than the policy allows.
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

/// The snapshot of a watchlist that a screening used.
public struct ListStatus: Hashable, Sendable {
  /// The list's id, such as `ofac-sdn`.
  public let id: String
  /// Who publishes it.
  public let publisher: String
  /// The regimes it serves, such as `us`.
  public let regimes: [String]
  /// When it was published.
  public let published: UTCTime
  /// The SHA-256 digest of the list as imported.
  public let digest: String
  /// How many designations it has.
  public let entries: Int

  /// Creates a status.
  public init(
    id: String, publisher: String, regimes: [String], published: UTCTime, digest: String,
    entries: Int
  ) {
    self.id = id
    self.publisher = publisher
    self.regimes = regimes
    self.published = published
    self.digest = digest
    self.entries = entries
  }
}
