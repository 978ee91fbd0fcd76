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
/// An hour is slow when the way made in it gives a mean speed below `loitering_speed`. An hour that
/// is not, or in which the hull is within `loitering_port_distance` of a port, ends the run; so do
/// more than `loitering_hole` without a known way. A run of `loitering_minimum`, the last step
/// included, is loitering.
func loiteringPeriods(in steps: [GridStep], _ settings: DetectionSettings) -> [LoiteringPeriod] {
  let parameters = settings.parameters
  let length = parameters.milliseconds(.gridStep)
  let limit = parameters.knots(.loiteringSpeed)
  let hole = Int32(parameters.milliseconds(.loiteringHole) / 3_600_000)
  var ports = PortNearness(settings.nearAreas, within: parameters.metres(.loiteringPortDistance))
  var periods: [LoiteringPeriod] = []
  var run: SlowRun?
  func finish() {
    if let period = run?.period(length, settings) { periods.append(period) }
    run = nil
  }
  for hour in hours(of: steps, length) {
    if let last = run, hour.number - last.number - 1 > hole { finish() }
    guard let speed = hour.speed else { continue }
    if speed < limit, !isNearPort(steps[hour.range], &ports) {
      run = (run ?? SlowRun(first: steps[hour.range.lowerBound]))
        .adding(hour, steps[hour.range])
    } else {
      finish()
    }
  }
  finish()
  return periods
}

/// The way made in one hour of the clock.
private struct HourOfSteps {
  /// The hours since 1970.
  let number: Int32
  let range: Range<Int>
  private(set) var metres = 0.0
  private(set) var milliseconds: Int64 = 0

  init(_ number: Int32, _ range: Range<Int>, of steps: [GridStep], _ length: Int64) {
    self.number = number
    self.range = range
    // A way belongs to the hour in which it starts.
    for index in range where index + 1 < steps.count {
      guard let way = steps[index + 1].metres else { continue }
      metres += Double(way)
      milliseconds += length
    }
  }

  /// The mean speed in knots; `nil` when no way is known.
  var speed: Double? {
    milliseconds > 0 ? knots(metres: metres, milliseconds: milliseconds) : nil
  }
}

private func hours(of steps: [GridStep], _ length: Int64) -> [HourOfSteps] {
  let stepsInHour = Int32(max(1, 3_600_000 / length))
  var hours: [HourOfSteps] = []
  var start = 0
  while start < steps.count {
    let number = steps[start].step / stepsInHour
    var end = start + 1
    while end < steps.count, steps[end].step / stepsInHour == number { end += 1 }
    hours.append(HourOfSteps(number, start..<end, of: steps, length))
    start = end
  }
  return hours
}

private func isNearPort(_ bucket: ArraySlice<GridStep>, _ ports: inout PortNearness) -> Bool {
  for step in bucket where ports.isNear(step.latitudeE7, step.longitudeE7) { return true }
  return false
}

/// Slow hours one after the other.
private struct SlowRun {
  let first: GridStep
  private(set) var number: Int32 = 0
  private var last: GridStep
  private var metres = 0.0
  private var milliseconds: Int64 = 0
  /// Where each hour began.
  private var places: [Coordinate] = []

  init(first: GridStep) {
    self.first = first
    last = first
  }

  func adding(_ hour: HourOfSteps, _ steps: ArraySlice<GridStep>) -> SlowRun {
    var run = self
    run.number = hour.number
    run.last = steps.last ?? last
    run.places += steps.prefix(1).compactMap {
      Coordinate(latitudeE7: $0.latitudeE7, longitudeE7: $0.longitudeE7)
    }
    run.metres += hour.metres
    run.milliseconds += hour.milliseconds
    return run
  }

  func period(_ length: Int64, _ settings: DetectionSettings) -> LoiteringPeriod? {
    let parameters = settings.parameters
    let (start, end) = (Int64(first.step) * length, Int64(last.step) * length)
    guard end - start + length >= parameters.milliseconds(.loiteringMinimum) else { return nil }
    let speed = knots(metres: metres, milliseconds: milliseconds)
    let shores = places.compactMap(settings.shoreDistance)
    return LoiteringPeriod(
      start: start, end: end, latitudeE7: first.latitudeE7, longitudeE7: first.longitudeE7,
      loitering: Loitering(
        meanSpeed: speed, distance: metres,
        shoreDistance: shores.isEmpty ? nil : shores.reduce(0, +) / Double(shores.count)))
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
    defer { positions.unload() }
    let first = min(positions.firstIndex(from: start), positions.endIndex - 1)
    let last = max(first, positions.firstIndex(from: end + 1) - 1)
    return (first == last ? [first] : [first, last]).map { tracks[index].evidence(positions[$0]) }
  }
}
