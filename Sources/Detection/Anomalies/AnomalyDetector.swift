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
        detector: detectors.anomaly(found.anomaly.kind)))
  }
}

/// The anomalies of each track: its own, stays on land that are no waterway, and jamming areas.
func allAnomalies(
  _ surveys: [TrackSurvey], _ parameters: DetectionParameters
) -> [[TrackAnomaly]] {
  let waterways = Waterways(surveys.map(\.land), parameters)
  let anomalies = surveys.map { survey in
    survey.anomalies + survey.land.stays.filter { !waterways.hold($0) }.map(\.anomaly)
  }
  return zip(anomalies, jammingAreas(anomalies, parameters)).map { $0 + $1 }
}
