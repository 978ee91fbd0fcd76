import Maritime

/// Finds the times in which a hull moved across its heading, away from port.
///
/// A vessel under power goes where its bow points; wind and current carry one adrift sideways. A
/// position tells of it when course and heading are `drift_angle` apart at a speed from
/// `drift_speed_least` to `drift_speed_most`, and the vessel does not say that it is anchored or
/// moored. Such positions at most `grid_step` apart are one drift, if it lasts `drift_minimum`.
///
/// - Returns: Drifts, oldest first.
/// - Complexity: O(*n*) in the number of positions, 2 ns for each that is none.
func driftPeriods(in positions: Positions, _ settings: DetectionSettings) -> [LoiteringPeriod] {
  let parameters = settings.parameters
  let test = DriftTest(parameters)
  let pause = parameters.milliseconds(.gridStep)
  var ports = PortNearness(
    settings.nearAreas, within: parameters.metres(.encounterPortDistance))
  var periods: [LoiteringPeriod] = []
  var run: DriftRun?
  func finish() {
    if let period = run?.period(parameters),
      !ports.isNear(period.latitudeE7, period.longitudeE7)
    {
      periods.append(period)
    }
    run = nil
  }
  for position in positions where test.isDrifting(position) {
    if let last = run?.last, position.time - last.time > pause { finish() }
    run = run?.adding(position) ?? DriftRun(first: position)
  }
  finish()
  return periods
}

/// Tells whether a position is one of a vessel adrift.
private struct DriftTest {
  private let angle: Int
  private let speeds: ClosedRange<UInt16>

  init(_ parameters: DetectionParameters) {
    angle = Int(parameters[.driftAngle].steps / 1_000_000)
    let least = (parameters.knots(.driftSpeedLeast) * 10).rounded(.up)
    let most = (parameters.knots(.driftSpeedMost) * 10).rounded(.down)
    speeds = UInt16(clamping: Int(least))...UInt16(clamping: Int(max(least, most)))
  }

  func isDrifting(_ position: Position) -> Bool {
    guard speeds.contains(position.speedTenths), position.courseTenths != .max,
      position.headingDegrees != .max, !Self.atRest.contains(position.statusCode)
    else { return false }
    let difference = Int(position.courseTenths) - Int(position.headingDegrees) * 10
    let turned = (difference + 7200) % 3600
    return min(turned, 3600 - turned) >= angle
  }

  /// At anchor and moored, by ITU-R M.1371-5, table 45.
  private static let atRest: [UInt8] = [1, 5]
}

/// Positions of a vessel adrift, one after the other.
private struct DriftRun {
  let first: Position
  private(set) var last: Position
  /// The position up to which the way was measured.
  private var measured: Position
  private var metres = 0.0

  init(first: Position) {
    self.first = first
    last = first
    measured = first
  }

  /// Positions seconds apart tell more of their own error than of the way, so a minute must pass.
  func adding(_ position: Position) -> DriftRun {
    var run = self
    run.last = position
    if position.time - measured.time >= 60_000 {
      run.metres += measured.distance(to: position)
      run.measured = position
    }
    return run
  }

  func period(_ parameters: DetectionParameters) -> LoiteringPeriod? {
    let elapsed = last.time - first.time
    guard elapsed >= parameters.milliseconds(.driftMinimum), elapsed > 0 else { return nil }
    let way = metres + measured.distance(to: last)
    var loitering = Loitering(
      meanSpeed: knots(metres: way, milliseconds: elapsed), distance: way)
    loitering.isDrift = true
    return LoiteringPeriod(
      start: first.time, end: last.time, latitudeE7: first.latitudeE7,
      longitudeE7: first.longitudeE7, loitering: loitering)
  }
}
