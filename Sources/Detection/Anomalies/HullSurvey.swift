import Maritime

/// The hulls that sent under one MMSI, and the anomalies that their positions show.
struct HullSurvey {
  /// The positions of each hull, without garbled ones; one hull unless the MMSI is shared.
  let hulls: [Positions]
  /// The anomalies, oldest first.
  let anomalies: [TrackAnomaly]
}

/// An anomaly with the positions that show it.
struct TrackAnomaly {
  let anomaly: Anomaly
  /// The last place before it that can be true.
  let before: Position
  let span: TimeSpan
  let evidence: [Position]
  /// Whether the vessel cannot have sailed there or back.
  let isJump: Bool
}

/// Separates the hulls of a track and finds what its jumps mean.
///
/// - Jumps faster than `hull_speed` between the same two hulls, `duplicate_switches` of them within
///   `duplicate_window`, are a `duplicate_identity`, and the hulls are looked at one by one
///   from then on.
/// - Otherwise an excursion of fewer than `impossible_positions` is a garbled message and left out.
/// - A longer one is an `impossible_speed`, from its first to its last position.
/// - It is an `offset` too when the track there is the vessel's own, shifted.
/// - A jump without return is one from the position before it to the position after it.
func surveyHulls(
  in positions: Positions, _ parameters: DetectionParameters
) -> HullSurvey {
  let runs = hullRuns(in: positions, parameters)
  guard runs.count > 1 else {
    return HullSurvey(hulls: positions.isEmpty ? [] : [positions], anomalies: [])
  }
  if let shared = sharedIdentity(runs, positions, parameters) { return shared }
  let credible = withoutGarbled(runs, fewest: parameters.count(.impossiblePositions))
  return HullSurvey(
    hulls: [
      credible.count == runs.count
        ? positions : Positions(credible.flatMap { positions[$0.range] })
    ],
    anomalies: excursions(credible, positions, OffsetTest(parameters)))
}

/// Leaves short runs out; a track of nothing else stays as it is.
private func withoutGarbled(_ runs: [HullRun], fewest: Int) -> [HullRun] {
  let kept = runs.filter { $0.range.count >= fewest }
  return kept.isEmpty ? runs : kept
}

/// The anomalies of one hull that seems to jump.
private func excursions(
  _ runs: [HullRun], _ positions: Positions, _ test: OffsetTest
) -> [TrackAnomaly] {
  var anomalies: [TrackAnomaly] = []
  var index = 0
  while index < runs.count - 1 {
    let base = runs[index]
    let back = runs[(index + 1)...].firstIndex { $0.hull == base.hull }
    // A run of the same hull next to it: only a garbled message lay between.
    if back != index + 1 {
      let away = runs[(index + 1)..<(back ?? index + 2)]
      anomalies.append(excursion(from: base, away, to: back.map { runs[$0] }, positions))
      if let back, away.count == 1,
        let offset = offset(from: base, runs[index + 1], to: runs[back], positions, test)
      {
        anomalies.append(offset)
      }
    }
    index = back ?? index + 1
  }
  return anomalies
}

private func excursion(
  from base: HullRun, _ away: ArraySlice<HullRun>, to back: HullRun?,
  _ positions: Positions
) -> TrackAnomaly {
  let before = positions[base.range.upperBound - 1]
  let claimed = away.map { positions[$0.range.lowerBound] }
  let furthest = claimed.max { before.distance(to: $0) < before.distance(to: $1) } ?? before
  let first = claimed.first ?? before
  let last = away.last.map { positions[$0.range.upperBound - 1] } ?? first
  let after = back.map { positions[$0.range.lowerBound] }
  let speeds = [impliedSpeed(before, first)] + (after.map { [impliedSpeed(last, $0)] } ?? [])
  let span =
    after == nil
    ? TimeSpan(start: before.instant, end: first.instant)
    : TimeSpan(start: first.instant, end: last.instant)
  return TrackAnomaly(
    anomaly: Anomaly(
      kind: "impossible_speed", impliedSpeed: speeds.max(),
      displacement: before.distance(to: furthest), endPosition: furthest.coordinate),
    before: before, span: span,
    evidence: after.map { [before, first, last, $0] } ?? [before, first], isJump: true)
}

/// The offset that an excursion is; `nil` when it is not the vessel's own track.
private func offset(
  from base: HullRun, _ away: HullRun, to back: HullRun, _ positions: Positions,
  _ test: OffsetTest
) -> TrackAnomaly? {
  let before = positions[base.range.upperBound - 1]
  let (first, last) = (positions[away.range.lowerBound], positions[away.range.upperBound - 1])
  let after = positions[back.range.lowerBound]
  guard test.isParallel(before: before, first: first, last: last, after: after) else { return nil }
  return TrackAnomaly(
    anomaly: Anomaly(
      kind: "offset", impliedSpeed: max(impliedSpeed(before, first), impliedSpeed(last, after)),
      displacement: before.distance(to: first), endPosition: first.coordinate),
    before: before, span: TimeSpan(start: first.instant, end: last.instant),
    evidence: [before, first, last, after], isJump: true)
}

/// The hulls that take turns on one MMSI; `nil` when none do.
private func sharedIdentity(
  _ runs: [HullRun], _ positions: Positions, _ parameters: DetectionParameters
) -> HullSurvey? {
  let limit = parameters.knots(.hullSpeed)
  let switches = zip(runs, runs.dropFirst()).filter { a, b in
    impliedSpeed(positions[b.range.lowerBound - 1], positions[b.range.lowerBound]) > limit
  }
  let byPair = Dictionary(grouping: switches) { a, b in [min(a.hull, b.hull), max(a.hull, b.hull)] }
  let takeTurns = byPair.values.contains { pair in
    areFrequent(
      pair.map { positions[$0.1.range.lowerBound].time }, parameters.count(.duplicateSwitches),
      within: parameters.milliseconds(.duplicateWindow))
  }
  guard takeTurns else { return nil }
  let hulls = Dictionary(grouping: runs, by: \.hull).sorted { $0.key < $1.key }
    .map { Positions($0.value.flatMap { positions[$0.range] }) }
    .filter { $0.count >= parameters.count(.impossiblePositions) }
  let jumps = switches.map { _, b in
    (from: positions[b.range.lowerBound - 1], to: positions[b.range.lowerBound])
  }
  guard let first = jumps.first, let last = jumps.last else { return nil }
  let anomaly = Anomaly(
    kind: "duplicate_identity", impliedSpeed: jumps.map { impliedSpeed($0.from, $0.to) }.max(),
    displacement: jumps.map { $0.from.distance(to: $0.to) }.max(),
    endPosition: first.to.coordinate)
  return HullSurvey(
    hulls: hulls,
    anomalies: [
      TrackAnomaly(
        anomaly: anomaly, before: first.from,
        span: TimeSpan(start: first.from.instant, end: last.to.instant),
        evidence: [first.from, first.to, last.from, last.to], isJump: true)
    ])
}

/// Whether `fewest` of some times, in order, lie within a window.
///
/// Jumps that follow one another closely show two hulls; two excursions weeks apart do not.
func areFrequent(_ times: [Int64], _ fewest: Int, within window: Int64) -> Bool {
  zip(times, times.dropFirst(fewest - 1)).contains { $1 - $0 <= window }
}

extension Position {
  /// The distance to another position in metres.
  func distance(to other: Position) -> Double {
    distanceMetres(latitudeE7, longitudeE7, other.latitudeE7, other.longitudeE7)
  }
}
