public import Maritime
public import Watchlists

/// How young the lists are on a day, by the rules of a policy.
public struct ListFreshness: Hashable, Sendable {
  /// One list.
  public struct List: Hashable, Sendable {
    /// Its newest snapshot that was published by the day.
    public let current: SnapshotSummary
    /// The whole days since it was published.
    public let days: Int
    /// The days after which it is out of date; `nil` for a list that is as young as its author
    /// keeps it.
    public let limit: Int?
    /// Whether it is older than that.
    public let isOutOfDate: Bool
  }

  /// The day.
  public let asOf: UTCTime
  /// The lists, by id.
  public let lists: [List]
  /// What keeps verdicts of the day from being clear, as a verdict names it.
  public let problems: [Undetermined]

  /// Judges lists as a screening does.
  ///
  /// - Parameters:
  ///   - snapshots: All snapshots, in any order; those published later do not count.
  ///   - regimes: The chosen regimes; those that the policy requires when empty.
  ///   - policy: The risk appetite.
  ///   - asOf: The day.
  public init(
    of snapshots: [SnapshotSummary], regimes: [String] = [], policy: Policy, asOf: UTCTime
  ) {
    let checked = CheckedRecord.CheckedList.all(
      of: snapshots.filter { $0.published <= asOf }, policy: policy, asOf: asOf)
    self.asOf = asOf
    lists = checked.map { list in
      List(
        current: list.current, days: Int((asOf - list.current.published) / Self.day),
        limit: list.current.regimes.isEmpty
          ? nil : Int(policy.refresh(of: list.current) / Self.day),
        isOutOfDate: list.isOutOfDate)
    }
    problems = Undetermined.listProblems(checked, regimes: regimes.sorted(), policy: policy)
  }

  private static let day: Int64 = 86_400_000
}
