public import Maritime

extension DesignationIndex {
  /// When a vessel was on any list: a span for each listing of an entry that names it by a number.
  ///
  /// An entry without a date begins with the first snapshot that holds it, and one that a later
  /// snapshot lacks ends with that snapshot at the latest.
  ///
  /// - Returns: The spans, in the order of the lists; an entry still in force has no end.
  public func designatedSpans(of vessel: VesselReference) -> [TimeSpan] {
    let selection = ListSelection("any-designated", in: snapshots, knownAsOf: nil)
    return histories(of: matches(vessel), in: selection).flatMap(\.spans)
  }
}
