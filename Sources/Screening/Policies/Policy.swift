import Maritime
public import RuleLanguage
import Watchlists

/// How points, lists and gaps in knowledge become a disposition: the user's risk appetite.
///
/// `Rules/policy.yaml` explains every number and says where it comes from.
public struct Policy: Hashable, Sendable {
  /// The points from which each step of the ladder begins.
  public struct Thresholds: Hashable, Sendable {
    /// The least points for `monitor`.
    public var monitor: Points
    /// The least points for `review`.
    public var review: Points
    /// The least points for `escalate`.
    public var escalate: Points
  }

  /// The most points that the findings of one group give together.
  public struct Groups: Hashable, Sendable {
    /// For groups that are not named.
    public var cap: Points
    /// For named groups.
    public var caps: [String: Points]
  }

  /// What it takes for points alone to escalate.
  public struct Corroboration: Hashable, Sendable {
    /// How many independent groups must speak.
    public var families: Int
    /// The points from which a group is heard.
    public var atLeast: Points
  }

  /// What is asked of watchlists.
  public struct Lists: Hashable, Sendable {
    /// The age in milliseconds from which a list is out of date, for lists that are not named.
    public var refresh: Int64
    /// The same for lists named by id or by regime.
    public var refreshOf: [String: Int64]
    /// The regimes for which there must be a list, when the user chooses none.
    public var require: [String]
  }

  /// What is asked of the observation of a vessel.
  public struct Observation: Hashable, Sendable {
    /// The time in milliseconds after which the last position is too old to speak for a vessel.
    public var refresh: Int64
    /// How far back silences matter, in calendar months.
    public var months: Int
    /// The shortest silence that matters, in milliseconds.
    public var silence: Int64
    /// The share of messages heard, in millionths, below which reception is poor.
    public var poorReception: Int64
  }

  /// What is asked of the identity of a vessel.
  public struct Identity: Hashable, Sendable {
    /// The types of vessel that carry an IMO number.
    public var numberedTypes: [String]
    /// The gross tonnage below which a vessel need not have one.
    public var numberedTonnage: Int
  }

  /// How people decide on verdicts.
  public struct Cases: Hashable, Sendable {
    /// The outcomes that a second person must decide too, such as `cleared`.
    public var fourEyes: [String] = []
  }

  /// The regimes to follow when the user chooses none; empty for all.
  public var regimes: [String] = []
  /// The steps of the ladder.
  public var thresholds: Thresholds
  /// The caps of groups.
  public var groups: Groups
  /// What supports an alert.
  public var corroboration: Corroboration
  /// What is asked of lists.
  public var lists: Lists
  /// What is asked of observation.
  public var observation: Observation
  /// What is asked of identity.
  public var identity: Identity
  /// When a company belongs to designated persons, by regime.
  public var ownership: [String: OwnershipCriterion]
  /// How people decide on verdicts.
  public var cases = Cases()
  /// The SHA-256 digest of the file.
  public var digest: String

  /// The most points that `group` can give.
  func cap(of group: String) -> Points { groups.caps[group] ?? groups.cap }

  /// The band of `score`.
  func level(of score: Points) -> RiskLevel {
    if score >= thresholds.escalate { return .high }
    if score >= thresholds.review { return .elevated }
    return score >= thresholds.monitor ? .low : .minimal
  }

  /// The greatest age of `list` in milliseconds: its own, the shortest of its regimes', or any.
  func refresh(of list: SnapshotSummary) -> Int64 {
    lists.refreshOf[list.list] ?? list.regimes.compactMap { lists.refreshOf[$0] }.min()
      ?? lists.refresh
  }
}
