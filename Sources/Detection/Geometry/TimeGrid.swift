import Maritime

/// Where a hull was at one step of the time grid.
struct GridStep: Sendable {
  /// The number of the step since 1970.
  let step: Int32
  let latitudeE7: Int32
  let longitudeE7: Int32
  /// The way from the step before in metres; `nil` when the track has a hole there.
  var metres: Float?
  /// The speed in knots of the way to or from the next step, whichever is less.
  var speed: Float
}

/// Puts positions on the time grid, by straight lines between positions at most `grid_reach` apart,
/// or `grid_reach_slow` when the vessel reports at both that it is slow and cannot have gone far.
///
/// Steps make vessels comparable and take the noise of positions out of speeds: over ten minutes an
/// error of 20 m is 0.07 kn.
func gridSteps(of positions: Positions, _ parameters: DetectionParameters) -> [GridStep] {
  let length = parameters.milliseconds(.gridStep)
  let reach = LineReach(parameters)
  guard var previous = positions.first, let last = positions.last else { return [] }
  var steps: [GridStep] = []
  steps.reserveCapacity(min(Int((last.time - previous.time) / length) + 2, positions.count * 8))
  var next = firstStep(from: previous.time, length)
  for position in positions {
    if position.time >= next * length {
      if !reach.joins(previous, position) { next = firstStep(from: position.time, length) }
      let line = StraightLine(from: previous, to: position)
      var isOnLine = false
      while next * length <= position.time {
        add(line.step(next, length), to: &steps, isOnLine ? line.metres(in: length) : nil, length)
        isOnLine = true
        next += 1
      }
    }
    previous = position
  }
  return steps
}

/// Appends a step with the way from the one before, if that is its neighbour.
///
/// The way is `metres` when both lie on one line.
private func add(
  _ step: GridStep, to steps: inout [GridStep], _ metres: Double?, _ length: Int64
) {
  var step = step
  if let before = steps.last, before.step + 1 == step.step {
    let way =
      metres
      ?? distanceMetres(
        before.latitudeE7, before.longitudeE7, step.latitudeE7, step.longitudeE7)
    step.metres = Float(way)
    step.speed = Float(knots(metres: way, milliseconds: length))
    steps[steps.count - 1].speed = min(before.speed, step.speed)
  }
  steps.append(step)
}

/// Tells which positions a straight line joins.
private struct LineReach {
  private let usual: Int64
  private let slow: Int64
  private let slowTenths: UInt16

  init(_ parameters: DetectionParameters) {
    usual = parameters.milliseconds(.gridReach)
    slow = parameters.milliseconds(.gridReachSlow)
    slowTenths = UInt16(clamping: Int64((parameters.knots(.encounterSpeed) * 10).rounded(.up)))
  }

  func joins(_ a: Position, _ b: Position) -> Bool {
    let elapsed = b.time - a.time
    return elapsed <= usual
      || (elapsed <= slow && a.speedTenths < slowTenths && b.speedTenths < slowTenths)
  }
}

/// The first step at or after a time.
private func firstStep(from time: Int64, _ length: Int64) -> Int64 {
  time / length + (time % length > 0 ? 1 : 0)
}

/// The line between two positions, on which a vessel is taken to move evenly.
private struct StraightLine {
  private let start: Position
  private let end: Position
  private let duration: Double

  init(from start: Position, to end: Position) {
    self.start = start
    self.end = end
    duration = Double(max(1, end.time - start.time))
  }

  /// The way made in some milliseconds.
  func metres(in length: Int64) -> Double { start.distance(to: end) * Double(length) / duration }

  func step(_ step: Int64, _ length: Int64) -> GridStep {
    let share = Double(step * length - start.time) / duration
    let north = Double(Int64(end.latitudeE7) - Int64(start.latitudeE7)) * share
    let east = Double(longitudeDifference(end.longitudeE7, start.longitudeE7)) * share
    var longitude = Int64(start.longitudeE7) + nearest(east)
    if longitude > 1_800_000_000 { longitude -= 3_600_000_000 }
    if longitude < -1_800_000_000 { longitude += 3_600_000_000 }
    return GridStep(
      step: Int32(step), latitudeE7: start.latitudeE7 + Int32(nearest(north)),
      longitudeE7: Int32(longitude), metres: nil, speed: .infinity)
  }
}

/// Rounds half away from zero; `rounded()` is a call on processors without an instruction for it.
private func nearest(_ value: Double) -> Int64 { Int64(value + (value < 0 ? -0.5 : 0.5)) }
