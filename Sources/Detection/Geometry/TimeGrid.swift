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
  guard let first = positions.first, let last = positions.last else { return [] }
  var steps = StepList(
    length, capacity: min(Int((last.time - first.time) / length) + 2, positions.count * 8))
  var next = firstStep(from: first.time, length)
  for index in positions.indices {
    let time = positions.time(at: index)
    guard time >= next * length else { continue }
    let before = max(positions.startIndex, index - 1)
    if !reach.joins(positions[before], positions[index]) { next = firstStep(from: time, length) }
    let line = StraightLine(from: positions.spot(at: before), to: positions.spot(at: index))
    next = steps.add(line, from: next)
  }
  return steps.finish()
}

/// The steps of a hull as they are found; the last is kept apart, because the next decides its
/// speed.
private struct StepList {
  private let length: Int64
  private var steps: [GridStep] = []
  /// The last step; its number is -2 before there is one, so that it is nobody's neighbour.
  private var last = GridStep(
    step: -2, latitudeE7: 0, longitudeE7: 0, metres: nil, speed: .infinity)

  init(_ length: Int64, capacity: Int) {
    self.length = length
    steps.reserveCapacity(capacity)
  }

  /// Appends the steps on a line from step `first` on; returns the step after them.
  mutating func add(_ line: StraightLine, from first: Int64) -> Int64 {
    guard first * length <= line.lastTime else { return first }
    append(line.step(first, length), wayFromLast: nil)
    var next = first + 1
    guard next * length <= line.lastTime else { return next }
    // All further steps on the line are one way apart.
    let way = Way(metres: line.metres(in: length), length)
    while next * length <= line.lastTime {
      append(line.step(next, length), wayFromLast: way)
      next += 1
    }
    return next
  }

  private mutating func append(_ step: GridStep, wayFromLast: Way?) {
    var step = step
    if last.step + 1 == step.step {
      let way =
        wayFromLast
        ?? Way(
          metres: distanceMetres(
            last.latitudeE7, last.longitudeE7, step.latitudeE7, step.longitudeE7), length)
      step.metres = way.metres
      step.speed = way.speed
      last.speed = min(last.speed, step.speed)
    }
    if last.step >= 0 { steps.append(last) }
    last = step
  }

  consuming func finish() -> [GridStep] {
    if last.step >= 0 { steps.append(last) }
    return steps
  }

  /// The way between two steps next to one another.
  private struct Way {
    let metres: Float
    let speed: Float

    init(metres: Double, _ length: Int64) {
      self.metres = Float(metres)
      speed = Float(knots(metres: metres, milliseconds: length))
    }
  }
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
  private let start: Spot
  private let end: Spot
  private let duration: Double
  /// The way in 1e-7 degrees.
  private let north: Double
  private let east: Double

  init(from start: Spot, to end: Spot) {
    self.start = start
    self.end = end
    duration = Double(max(1, end.time - start.time))
    north = Double(Int64(end.latitudeE7) - Int64(start.latitudeE7))
    east = Double(longitudeDifference(end.longitudeE7, start.longitudeE7))
  }

  /// The time of its end.
  var lastTime: Int64 { end.time }

  /// The way made in some milliseconds.
  func metres(in length: Int64) -> Double { start.distance(to: end) * Double(length) / duration }

  func step(_ step: Int64, _ length: Int64) -> GridStep {
    let share = Double(step * length - start.time) / duration
    var longitude = Int64(start.longitudeE7) + nearest(east * share)
    if longitude > 1_800_000_000 { longitude -= 3_600_000_000 }
    if longitude < -1_800_000_000 { longitude += 3_600_000_000 }
    return GridStep(
      step: Int32(step), latitudeE7: start.latitudeE7 + Int32(nearest(north * share)),
      longitudeE7: Int32(longitude), metres: nil, speed: .infinity)
  }
}

/// Rounds half away from zero; `rounded()` is a call on processors without an instruction for it.
private func nearest(_ value: Double) -> Int64 { Int64(value + (value < 0 ? -0.5 : 0.5)) }
