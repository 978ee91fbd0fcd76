public import Maritime

extension DesignationIndex {
  /// When a vessel was on any list, one span for each entry that names it by a number.
  ///
  /// An entry without a date begins with the first snapshot that holds it, and one that a later
  /// snapshot lacks ends with that snapshot at the latest.
  ///
  /// - Returns: The spans, in the order of the lists; an entry still in force has no end.
  public func designatedSpans(of vessel: VesselReference) -> [TimeSpan] {
    let selection = ListSelection("any-designated", in: snapshots, knownAsOf: nil)
    return histories(of: matches(vessel), in: selection).compactMap(\.span)
  }
}

extension EntryHistory {
  /// From the first day to the last that is known, not included; `nil` when it ended before it
  /// began.
  fileprivate var span: TimeSpan? {
    let held = snapshots.indices.filter { seen.contains(snapshots[$0].index) }
    guard let first = held.first, let last = held.last else { return nil }
    let gone = snapshots.dropFirst(last + 1).first?.summary.published
    let start = designation.listedFrom ?? snapshots[first].summary.published
    let end = [designation.delistedAt, gone].compactMap(\.self).min()
    guard end.map({ start < $0 }) ?? true else { return nil }
    return TimeSpan(start: start, end: end)
  }
}
