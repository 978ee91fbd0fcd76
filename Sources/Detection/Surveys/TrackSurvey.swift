import Maritime

/// What must be known of every track before the facts of any can be told.
public struct TrackSurvey: Sendable {
  let hulls: [Positions]
  let anomalies: [TrackAnomaly]
  let land: LandSurvey
  /// Where and when the vessel was heard, until `ReceptionMap` has it.
  var presences: [Presence]
  let slowSteps: [SlowStep]
  let loiterings: [LoiteringPeriod]
  /// The silences between two positions of one hull.
  let silences: [Silence]
}

/// Looks through a track once for what the rest of detection needs.
///
/// Tracks can be surveyed in parallel.
///
/// - Parameters:
///   - track: The track.
///   - index: The place of the track among the tracks of the run.
///   - settings: The ports and parameters.
/// - Returns: What `DetectionContext` needs of the track.
public func survey(_ track: Track, at index: Int, _ settings: DetectionSettings) -> TrackSurvey {
  let parameters = settings.parameters
  let hulls = surveyHulls(in: track.positions, parameters)
  var slowSteps: [SlowStep] = []
  var loiterings: [LoiteringPeriod] = []
  var closed: [Silence] = []
  for hull in hulls.hulls {
    let steps = gridSteps(of: hull, parameters)
    slowSteps += SlowStep.steps(of: index, in: steps, settings)
    let slow = loiteringPeriods(in: steps, settings)
    // A drift within slow hours is told by them.
    let drifts = driftPeriods(in: hull, settings).filter { drift in
      !slow.contains { $0.start <= drift.end && $0.end >= drift.start }
    }
    loiterings += slow + drifts
    closed += silences(in: hull, feedEnd: hull.last?.time ?? 0, successor: nil, parameters)
  }
  let patterns = hulls.hulls.flatMap { trackPatterns(in: $0, parameters) }
  return TrackSurvey(
    hulls: hulls.hulls, anomalies: hulls.anomalies + patterns,
    land: surveyLand(hulls.hulls, settings),
    presences: ReceptionGrid(parameters).presences(of: index, in: track.positions),
    slowSteps: slowSteps, loiterings: loiterings, silences: closed)
}
