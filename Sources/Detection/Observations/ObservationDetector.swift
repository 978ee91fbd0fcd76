import Maritime

extension DetectionContext {
  /// What was read of a vessel; nothing for one that never said where it was.
  func observationFacts(of track: Track) -> [Fact] {
    guard let first = track.positions.first, let last = track.positions.last else { return [] }
    return [
      Observation.schema.fact(
        Observation(positions: track.positions.count),
        FactHeader(
          vessel: track.vessel, span: TimeSpan(start: first.instant, end: last.instant),
          position: first.coordinate, source: "ais",
          evidence: track.positions.count == 1
            ? [track.evidence(first)] : [track.evidence(first), track.evidence(last)],
          detector: detectors.observation))
    ]
  }
}
