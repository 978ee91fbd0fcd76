import Maritime

extension TravelDetector {
  /// The changes of draught of a hull of one MMSI; where two hulls send, none can be told.
  var draughtFacts: [Fact] {
    draughts.shifts(ofAtLeast: threshold.metres).map { shift in
      var change = DraughtChange(change: Double(shift.tenths) / 10)
      change.before = shift.old.metres
      change.after = shift.new.metres
      change.classThreshold = threshold.isOfClass ? threshold.metres : nil
      change.basis = basis(of: shift)
      let before = hull.firstIndex(from: shift.start + 1) - 1
      let position = hull.indices.contains(before) ? hull[before] : hull.first
      return DraughtChange.schema.fact(
        change,
        FactHeader(
          vessel: track.vessel,
          span: TimeSpan(
            start: UTCTime(milliseconds: shift.start), end: UTCTime(milliseconds: shift.end)),
          position: position?.coordinate, source: "ais",
          evidence: [shift.old.last, shift.firstNew.first].map(track.evidence)
            + (shift.end > shift.start ? [track.evidence(shift.new.first)] : []),
          detector: context.detectors.passage.draughtChange))
    }
  }

  /// A port call between the two draughts explains a change, so it comes before a gap.
  ///
  /// Crews type late: a call or gap that ended up to `draught_delay` before the new draught was
  /// heard counts too.
  func basis(of shift: DraughtShift) -> String {
    let from = shift.start - context.settings.parameters.milliseconds(.draughtDelay)
    let begin = min(from, shift.old.last.time)
    let isInPort = stays.contains {
      hull[$0.first].time <= shift.end && hull[$0.last].time >= begin
    }
    if isInPort { return "port" }
    let isSilent = gaps.contains {
      $0.silence.last.time <= shift.start && ($0.silence.next?.time ?? .max) >= begin
    }
    return isSilent ? "gap" : "sea"
  }
}
