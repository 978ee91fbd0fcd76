import Maritime
import Watchlists

extension Undetermined {
  /// The lists that are missing or out of date.
  ///
  /// Must be there: a list for each chosen regime, or for each that the policy requires when none
  /// is chosen, and in any case one list at all.
  static func listProblems(
    _ lists: [CheckedRecord.CheckedList], regimes: [String], policy: Policy
  ) -> [Undetermined] {
    let required = regimes.isEmpty ? policy.lists.require.sorted() : regimes
    let missing = required.filter { name in !lists.contains { $0.current.serves(name) } }
      .map(noList)
    let asked = lists.filter { list in
      required.isEmpty || required.contains(where: list.current.serves)
    }
    return (lists.isEmpty && missing.isEmpty ? [noListAtAll] : missing)
      + asked.filter(\.isOutOfDate).map { outOfDate($0.current, policy: policy) }
  }

  private static let noListAtAll = Undetermined(
    .listMissing, "any watchlist", missing: "no watchlist is imported")

  private static func noList(for regime: String) -> Undetermined {
    Undetermined(
      .listMissing, "watchlist for \(regime)",
      missing: "no list that names the vessels of '\(regime)' is imported")
  }

  private static func outOfDate(_ list: SnapshotSummary, policy: Policy) -> Undetermined {
    let days = policy.refresh(of: list) / 86_400_000
    return Undetermined(
      .listOutOfDate, "watchlist \(list.list)",
      missing: "the list of \(list.published.dayDescription) is older than \(days) days")
  }
}

extension CheckedRecord.CheckedList {
  /// The lists of some snapshots, sorted by id.
  static func all(
    of snapshots: [SnapshotSummary], policy: Policy, asOf: UTCTime
  ) -> [CheckedRecord.CheckedList] {
    let lists = Dictionary(grouping: snapshots, by: \.list).sorted { $0.key < $1.key }
    return lists.compactMap { _, snapshots in
      let sorted = snapshots.sorted { ($0.published, $0.digest) < ($1.published, $1.digest) }
      guard let current = sorted.last else { return nil }
      // A list that is whole for no regime is the user's own: as young as its author keeps it.
      let isOutOfDate =
        !current.regimes.isEmpty && asOf - current.published > policy.refresh(of: current)
      return CheckedRecord.CheckedList(
        current: current, earlier: sorted.dropLast(), isOutOfDate: isOutOfDate)
    }
  }
}

extension SnapshotSummary {
  /// Whether absence from the list says something about vessels under `name`: its own id, a regime,
  /// or the beginning of one, as `un` is of `un-1718`.
  fileprivate func serves(_ name: String) -> Bool {
    let told = Set(regimes).subtracting(regimesWithoutVessels)
    return list == name || told.contains { $0 == name || $0.hasPrefix(name + "-") }
  }
}
