import Maritime

/// A run of slow hours.
struct LoiteringPeriod: Sendable {
  /// The first and the last instant, in milliseconds since 1970.
  let start: Int64
  let end: Int64
  let latitudeE7: Int32
  let longitudeE7: Int32
  let loitering: Loitering
}

/// Finds runs of hours in which a hull was slow and away from port.
///
/// An hour is slow when the way made in it gives a mean speed below `loitering_speed`; an hour in
/// which no way is known, or in which the hull is within `loitering_port_distance` of a port, ends
/// the run. A run of `loitering_minimum`, the last step included, is loitering.
func loiteringPeriods(in steps: [GridStep], _ settings: DetectionSettings) -> [LoiteringPeriod] {
  let parameters = settings.parameters
  let length = parameters.milliseconds(.gridStep)
  let stepsInHour = Int32(max(1, 3_600_000 / length))
  var ports = PortNearness(settings.nearAreas, within: parameters.metres(.loiteringPortDistance))
  var periods: [LoiteringPeriod] = []
  var run: SlowRun?
  func finish() {
    if let run, let period = run.period(length, parameters) { periods.append(period) }
    run = nil
  }
  var start = 0
  while start < steps.count {
    let hour = steps[start].step / stepsInHour
    let end = steps[start...].firstIndex { $0.step / stepsInHour != hour } ?? steps.count
    let bucket = steps[start..<end]
    if let last = run, last.hour + 1 != hour { finish() }
    if let metres = slowMetres(in: bucket, length, parameters), !isNearPort(bucket, &ports) {
      run = (run ?? SlowRun(first: bucket[start])).adding(metres, bucket[end - 1], hour)
    } else {
      finish()
    }
    start = end
  }
  finish()
  return periods
}

/// The way made in a slow hour; `nil` when the hour is not slow or no way is known.
private func slowMetres(
  in bucket: ArraySlice<GridStep>, _ length: Int64, _ parameters: DetectionParameters
) -> (metres: Double, milliseconds: Int64)? {
  var metres = 0.0
  var milliseconds: Int64 = 0
  for step in bucket {
    guard let way = step.metres else { continue }
    metres += Double(way)
    milliseconds += length
  }
  guard milliseconds > 0,
    knots(metres: metres, milliseconds: milliseconds) < parameters.knots(.loiteringSpeed)
  else { return nil }
  return (metres, milliseconds)
}

private func isNearPort(_ bucket: ArraySlice<GridStep>, _ ports: inout PortNearness) -> Bool {
  for step in bucket where ports.isNear(step.latitudeE7, step.longitudeE7) { return true }
  return false
}

/// Slow hours one after the other.
private struct SlowRun {
  let first: GridStep
  private(set) var hour: Int32 = 0
  private var last: GridStep
  private var metres = 0.0
  private var milliseconds: Int64 = 0

  init(first: GridStep) {
    self.first = first
    last = first
  }

  func adding(
    _ way: (metres: Double, milliseconds: Int64), _ last: GridStep, _ hour: Int32
  ) -> SlowRun {
    var run = self
    run.hour = hour
    run.last = last
    run.metres += way.metres
    run.milliseconds += way.milliseconds
    return run
  }

  func period(_ length: Int64, _ parameters: DetectionParameters) -> LoiteringPeriod? {
    let (start, end) = (Int64(first.step) * length, Int64(last.step) * length)
    guard end - start + length >= parameters.milliseconds(.loiteringMinimum) else { return nil }
    let speed = knots(metres: metres, milliseconds: milliseconds)
    return LoiteringPeriod(
      start: start, end: end, latitudeE7: first.latitudeE7, longitudeE7: first.longitudeE7,
      loitering: Loitering(meanSpeed: speed, distance: metres))
  }
}

extension DetectionContext {
  /// The fact that a loitering becomes, with the positions nearest to its ends.
  func loiteringFact(_ period: LoiteringPeriod, of track: Track, _ index: Int) -> Fact {
    Loitering.schema.fact(
      period.loitering,
      FactHeader(
        vessel: track.vessel,
        span: TimeSpan(
          start: UTCTime(milliseconds: period.start), end: UTCTime(milliseconds: period.end)),
        position: Coordinate(latitudeE7: period.latitudeE7, longitudeE7: period.longitudeE7),
        source: "ais", evidence: evidence(of: index, from: period.start, to: period.end),
        detector: detectors.loitering))
  }

  /// The lines of the first and last positions of a vessel within a period of the time grid.
  func evidence(of index: Int, from start: Int64, to end: Int64) -> [Evidence] {
    let positions = tracks[index].positions
    let first = min(positions.firstIndex(from: start), positions.endIndex - 1)
    let last = max(first, positions.firstIndex(from: end + 1) - 1)
    return (first == last ? [first] : [first, last]).map { tracks[index].evidence(positions[$0]) }
  }
}
