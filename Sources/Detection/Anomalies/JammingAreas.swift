import Maritime

/// Finds places where several vessels say they are at one time, though none can be.
///
/// A claim is an anomaly that a vessel jumped into or out of, further than `jamming_distance`: so
/// vessels of one harbour whose clocks jump are none. Claims within that distance of a place and
/// `jamming_window` of its time belong together, and are a jamming area when they are of
/// `jamming_vessels` or more.
///
/// - Parameters:
///   - anomalies: The anomalies of each track.
///   - parameters: The parameters.
/// - Returns: The anomalies of each track that are part of a jamming area, as such.
func jammingAreas(
  _ anomalies: [[TrackAnomaly]], _ parameters: DetectionParameters
) -> [[TrackAnomaly]] {
  let test = JammingTest(parameters)
  let claims = anomalies.enumerated().flatMap { track, found in
    found.filter(test.isFar).compactMap { JammedClaim($0, track) }
  }.sorted { ($0.place.latitudeE7, $0.track) < ($1.place.latitudeE7, $1.track) }
  var areas: [[TrackAnomaly]] = anomalies.map { _ in [] }
  for index in claims.indices where test.isJammed(claims, at: index) {
    areas[claims[index].track].append(claims[index].anomaly.jammed)
  }
  return areas.map { withoutOverlaps($0) }
}

/// A place where a vessel said that it was.
private struct JammedClaim {
  let anomaly: TrackAnomaly
  let track: Int
  let place: Coordinate

  init?(_ anomaly: TrackAnomaly, _ track: Int) {
    guard anomaly.isJump, let place = anomaly.anomaly.endPosition else { return nil }
    self.anomaly = anomaly
    self.track = track
    self.place = place
  }

  var end: Int64 { (anomaly.span.end ?? anomaly.span.start).milliseconds }
}

private struct JammingTest {
  private let distance: Double
  private let window: Int64
  private let vessels: Int

  init(_ parameters: DetectionParameters) {
    distance = parameters.metres(.jammingDistance)
    window = parameters.milliseconds(.jammingWindow)
    vessels = parameters.count(.jammingVessels)
  }

  func isFar(_ anomaly: TrackAnomaly) -> Bool { anomaly.anomaly.displacement ?? 0 > distance }

  func isJammed(_ claims: [JammedClaim], at index: Int) -> Bool {
    let claim = claims[index]
    var tracks: Set<Int> = [claim.track]
    for step in [-1, 1] {
      var other = index + step
      while claims.indices.contains(other), tracks.count < vessels, isNear(claims[other], claim) {
        if belong(claim, claims[other]) { tracks.insert(claims[other].track) }
        other += step
      }
    }
    return tracks.count >= vessels
  }

  /// Whether the latitudes allow two claims to belong together.
  private func isNear(_ a: JammedClaim, _ b: JammedClaim) -> Bool {
    let rise = (Int64(a.place.latitudeE7) - Int64(b.place.latitudeE7)).magnitude
    return Double(rise) * metresPerE7 <= distance + 1
  }

  private func belong(_ a: JammedClaim, _ b: JammedClaim) -> Bool {
    a.anomaly.span.start.milliseconds <= b.end + window
      && b.anomaly.span.start.milliseconds <= a.end + window
      && a.place.distance(to: b.place) <= distance
  }
}

extension TrackAnomaly {
  /// The same positions as part of a jamming area.
  fileprivate var jammed: TrackAnomaly {
    TrackAnomaly(
      anomaly: Anomaly(
        kind: "jamming_area", impliedSpeed: anomaly.impliedSpeed,
        displacement: anomaly.displacement, endPosition: anomaly.endPosition),
      before: before, span: span, evidence: evidence, isJump: true)
  }
}

/// Of anomalies that overlap only the longest: a circle inside an excursion is one claim.
private func withoutOverlaps(_ anomalies: [TrackAnomaly]) -> [TrackAnomaly] {
  let sorted = anomalies.sorted { a, b in
    (b.length, a.span.start.milliseconds) < (a.length, b.span.start.milliseconds)
  }
  return sorted.reduce(into: []) { kept, anomaly in
    if !kept.contains(where: { $0.overlaps(anomaly) }) { kept.append(anomaly) }
  }
}

extension TrackAnomaly {
  fileprivate var length: Int64 {
    (span.end ?? span.start).milliseconds - span.start.milliseconds
  }

  fileprivate func overlaps(_ other: TrackAnomaly) -> Bool {
    span.start <= other.span.end ?? other.span.start
      && other.span.start <= span.end ?? span.start
  }
}
