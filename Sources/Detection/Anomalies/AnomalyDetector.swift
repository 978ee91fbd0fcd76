import Maritime

extension DetectionContext {
  /// The fact that an anomaly of one track becomes.
  func anomalyFact(_ found: TrackAnomaly, of track: Track) -> Fact {
    Anomaly.schema.fact(
      found.anomaly,
      FactHeader(
        vessel: track.vessel, span: found.span, position: found.before.coordinate, source: "ais",
        evidence: found.evidence.reduce(into: []) { lines, position in
          let line = track.evidence(position)
          if lines.last != line { lines.append(line) }
        },
        detector: detectors.anomaly))
  }
}
