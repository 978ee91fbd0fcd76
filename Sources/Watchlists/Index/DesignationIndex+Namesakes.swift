public import Maritime

extension DesignationIndex {
  /// Finds designated vessels that share a name with a vessel when no number tells them apart.
  ///
  /// They are a question for a person, never a match. No question is an entry that shares a number
  /// with the vessel, for `lookup` answers that one; one with another valid IMO number, for that is
  /// another hull; and one that was surely not in force at `time`.
  ///
  /// - Parameters:
  ///   - vessel: The vessel's numbers.
  ///   - names: All names it had.
  ///   - lists: Lists, regimes or publishers; none for all prohibitions.
  ///   - time: The instant asked about.
  ///   - knownAsOf: Only snapshots published by then count; `nil` counts all.
  /// - Returns: The entries, by list and entry.
  public func namesakes(
    of vessel: VesselReference, names: [String], on lists: [String] = [], at time: UTCTime,
    knownAsOf: UTCTime? = nil
  ) -> [ListEntryReference] {
    let matches = matches(named: names, kind: .vessel)
    guard !matches.isEmpty else { return [] }
    let found = (lists.isEmpty ? ["any-designated"] : lists).flatMap { list in
      histories(of: matches, in: ListSelection(list, in: snapshots, knownAsOf: knownAsOf))
    }
    let open = found.filter { history in
      history.state(at: time) != .notListed && !history.designation.hasNumberToCompare(to: vessel)
    }
    return sorted(Array(Set(open.map(\.reference))))
  }
}

extension Designation {
  /// Whether numbers say already that it is the vessel, or that it is another one.
  ///
  /// Another MMSI says nothing: it changes with the flag.
  fileprivate func hasNumberToCompare(to vessel: VesselReference) -> Bool {
    (vessel.imo != nil && !imoNumbers.isEmpty)
      || vessel.mmsi.map(mmsiNumbers.contains) ?? false
  }
}
