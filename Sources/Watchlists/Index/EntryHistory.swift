import Maritime

/// One entry of a list through the snapshots that are known.
struct EntryHistory {
  enum State: Hashable {
    case listed
    case notListed
    case unknown(String)
  }

  /// The entry as it last stood there.
  let designation: Designation
  let reference: ListEntryReference
  /// The snapshots that hold it.
  let seen: Set<Int>
  /// All known snapshots of the list, oldest first.
  let snapshots: [(index: Int, summary: SnapshotSummary)]

  /// Whether the entry was in force at an instant: from its first day up to its last, not included.
  func state(at time: UTCTime) -> State {
    if let end = designation.delistedAt, time >= end { return .notListed }
    if let removal = removal(before: time) { return removal }
    if let start = designation.listedFrom { return time >= start ? .listed : .notListed }
    return stateWithoutDate(at: time)
  }

  /// An entry that a later snapshot no longer holds ended between the two.
  private func removal(before time: UTCTime) -> State? {
    guard let last = snapshots.lastIndex(where: { seen.contains($0.index) }),
      last + 1 < snapshots.count
    else { return nil }
    let (held, gone) = (snapshots[last].summary, snapshots[last + 1].summary)
    if time >= gone.published { return .notListed }
    guard time > held.published else { return nil }
    return .unknown(
      "\(held.list) held the entry on \(held.published.dayDescription) and no longer on "
        + "\(gone.published.dayDescription): it ended in between")
  }

  /// Without a date the entry was there when it was seen; before that nobody can tell, unless an
  /// earlier snapshot did not hold it.
  private func stateWithoutDate(at time: UTCTime) -> State {
    guard let first = snapshots.firstIndex(where: { seen.contains($0.index) }) else {
      return .notListed
    }
    let summary = snapshots[first].summary
    if time >= summary.published { return .listed }
    if first > 0, time <= snapshots[first - 1].summary.published { return .notListed }
    let lack =
      summary.hasDates ? "gives no listing date for this entry" : "has no listing dates"
    return .unknown(
      "\(summary.list) (\(summary.published.dayDescription)) \(lack): it shows only that the entry "
        + "was there on that day")
  }
}
