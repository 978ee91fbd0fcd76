import Maritime

extension Undetermined {
  /// The lists that are missing or out of date.
  ///
  /// Must be there: a list for each chosen regime, or for each that the policy requires when none
  /// is chosen, and in any case one list at all.
  static func listProblems(
    _ lists: [CheckedRecord.CheckedList], regimes: [String], policy: Policy
  ) -> [Undetermined] {
    let required = regimes.isEmpty ? policy.lists.require.sorted() : regimes
    let served = Set(lists.flatMap { [$0.status.id] + $0.status.regimes })
    let missing = required.filter { !served.contains($0) }.map(noList)
    let asked = lists.filter { $0.matters(for: required) }
    return (lists.isEmpty && missing.isEmpty ? [noListAtAll] : missing)
      + asked.filter(\.isOutOfDate).map { outOfDate($0.status, policy: policy) }
  }

  private static let noListAtAll = Undetermined(
    .listMissing, "any watchlist", missing: "no watchlist is imported")

  private static func noList(for regime: String) -> Undetermined {
    Undetermined(
      .listMissing, "watchlist for \(regime)", missing: "no list for '\(regime)' is imported")
  }

  private static func outOfDate(_ list: ListStatus, policy: Policy) -> Undetermined {
    let days = policy.refresh(of: list) / 86_400_000
    return Undetermined(
      .listOutOfDate, "watchlist \(list.id)",
      missing: "the list of \(list.published.dayDescription) is older than \(days) days")
  }
}

extension CheckedRecord.CheckedList {
  init(_ status: ListStatus, policy: Policy, asOf: UTCTime) {
    self.status = status
    // A list without a regime is the user's own: it is as young as its author keeps it.
    isOutOfDate = !status.regimes.isEmpty && asOf - status.published > policy.refresh(of: status)
  }

  fileprivate func matters(for required: [String]) -> Bool {
    required.isEmpty || required.contains(status.id)
      || status.regimes.contains { required.contains($0) }
  }
}
