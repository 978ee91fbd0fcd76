public import Maritime

/// What lints need to know beside the rules: the policy's caps, a lock, a date.
public struct LintTerms: Sendable {
  /// What a pack's lock keeps of a rule.
  public struct Lock: Hashable, Sendable {
    /// The version of the rule.
    public let version: Int
    /// The digest of its meaning.
    public let digest: String

    /// Creates the lock of one rule.
    public init(version: Int, digest: String) {
      self.version = version
      self.digest = digest
    }
  }

  /// The most points that a group can give, for groups that are not named; `nil` for no limit.
  public var groupCap: Points?
  /// The same for named groups.
  public var groupCaps: [String: Points]
  /// The rules of an earlier pack by id; empty when there is none to compare with.
  public var lock: [String: Lock]
  /// The day for which expiries are judged; without one nothing expires.
  public var asOf: UTCTime?

  /// Creates terms.
  public init(
    groupCap: Points? = nil, groupCaps: [String: Points] = [:], lock: [String: Lock] = [:],
    asOf: UTCTime? = nil
  ) {
    self.groupCap = groupCap
    self.groupCaps = groupCaps
    self.lock = lock
    self.asOf = asOf
  }

  func cap(of group: String) -> Points? { groupCaps[group] ?? groupCap }
}
