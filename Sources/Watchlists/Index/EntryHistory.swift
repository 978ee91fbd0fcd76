import Maritime

/// One entry of a list through the snapshots that are known.
///
/// What no snapshot shows did not happen: an entry that two snapshots in a row hold was in force
/// between them, and one that is gone ended between the last that holds it and the next.
struct EntryHistory {
  enum State: Hashable {
    case listed
    case notListed
    case unknown(String)
  }

  /// The entry as it last stood there with what was asked for.
  let designation: Designation
  let reference: ListEntryReference
  /// All known snapshots of the list, oldest first.
  let snapshots: [SnapshotSummary]
  /// The entry as each of `snapshots` has it; `nil` where it does not hold it.
  let copies: [Designation?]

  /// Whether the entry was in force at an instant: from its first day up to its last, not included.
  func state(at time: UTCTime) -> State { state(at: time, inFirst: snapshots.count) }

  /// The answer of the first `count` snapshots.
  private func state(at time: UTCTime, inFirst count: Int) -> State {
    guard let run = lastRun(inFirst: count) else { return .notListed }
    if let end = run.copy.delistedAt, time >= end { return .notListed }
    let held = snapshots[run.last]
    let gone = run.last + 1 < count ? snapshots[run.last + 1] : nil
    if let gone, time >= gone.published { return .notListed }
    if let start = run.start {
      if time < start.day { return state(at: time, before: start) }
    } else if time < snapshots[run.first].published {
      return state(at: time, before: run)
    }
    guard let gone, time > held.published else { return .listed }
    return .unknown(
      "\(held.list) held the entry on \(held.published.dayDescription) and no longer on "
        + "\(gone.published.dayDescription): it ended in between")
  }

  /// Before a dated listing there may have been another, which earlier snapshots show.
  private func state(at time: UTCTime, before start: Run.Start) -> State {
    var count = min(
      snapshots.prefix { $0.published < start.day }.count, start.index)
    // A snapshot may announce a listing before its first day.
    while count > 0, copies[count - 1]?.listedFrom == start.day { count -= 1 }
    let state = state(at: time, inFirst: count)
    guard state == .listed, let last = snapshots[..<count].last, time > last.published else {
      return state
    }
    return .unknown(
      "\(last.list) held the entry on \(last.published.dayDescription), and a later one says that "
        + "it is listed from \(start.day.dayDescription): nothing tells of the time between")
  }

  /// Without a date the entry was there when it was seen; before that nobody can tell, unless an
  /// earlier snapshot did not hold it.
  private func state(at time: UTCTime, before run: Run) -> State {
    let end = run.copy.delistedAt
    // A snapshot after the last day does not hold the entry either way.
    let count = snapshots[..<run.first].prefix { summary in
      end.map { summary.published < $0 } ?? true
    }.count
    if count > 0, time <= snapshots[count - 1].published {
      return state(at: time, inFirst: count)
    }
    let summary = snapshots[run.first]
    let lack =
      summary.hasDates ? "gives no listing date for this entry" : "has no listing dates"
    return .unknown(
      "\(summary.list) (\(summary.published.dayDescription)) \(lack): it shows only that the entry "
        + "was there on that day")
  }

  /// Snapshots in a row that hold the entry.
  private struct Run {
    /// The first day, and the snapshot that says so.
    struct Start {
      let day: UTCTime
      let index: Int
    }

    let first: Int
    let last: Int
    let copy: Designation
    let start: Start?
  }

  private func lastRun(inFirst count: Int) -> Run? {
    guard let last = copies[..<count].lastIndex(where: { $0 != nil }), let copy = copies[last]
    else { return nil }
    // A copy that says when the entry ended closes one listing, unless the next says the same.
    let before = copies[..<last].lastIndex { earlier in
      earlier.map { $0.delistedAt != nil && $0.delistedAt != copy.delistedAt } ?? true
    }
    let first = before.map { $0 + 1 } ?? 0
    let start = (first...last).reversed().lazy.compactMap { index in
      copies[index]?.listedFrom.map { Run.Start(day: $0, index: index) }
    }.first
    return Run(first: first, last: last, copy: copy, start: start)
  }

  /// The times in force that are known, newest first; one without a first day begins with the first
  /// snapshot that holds it, and one that a later snapshot lacks ends with that snapshot.
  var spans: [TimeSpan] {
    var spans: [TimeSpan] = []
    var count = snapshots.count
    while let run = lastRun(inFirst: count) {
      let gone = run.last + 1 < snapshots.count ? snapshots[run.last + 1].published : nil
      let start = run.start?.day ?? snapshots[run.first].published
      let end = [run.copy.delistedAt, gone].compactMap(\.self).min()
      if end.map({ start < $0 }) ?? true { spans.append(TimeSpan(start: start, end: end)) }
      count = run.first
    }
    return spans
  }
}
