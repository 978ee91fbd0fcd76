import Maritime

/// Finds runs of positions that go round one circle, turn after turn.
///
/// The track is thinned to ways of 150 m, 400 m and 1 km, so that the noise of positions does not
/// hide the turning of small and large circles. Ways that all turn to one side for `circle_turns`
/// are a circle when they last `circle_minimum` and all positions lie as near to one circle as
/// `circle_deviation` of its radius, at `circle_speed` or more on the way.
func circles(in hull: Positions, _ parameters: DetectionParameters) -> [TrackPattern] {
  let test = CircleTest(parameters)
  var scales = CircleScale.metres.map { CircleScale($0, from: hull.startIndex) }
  var found: [Range<Int>] = []
  for index in hull.indices {
    let spot = hull.spot(at: index)
    var way: CircleWay?
    for scale in scales.indices {
      // Of a track with few positions every scale asks for the way from the same one.
      let last = scales[scale].last
      if way?.start != last { way = CircleWay(from: hull.spot(at: last), last, to: spot, test) }
      guard let way, scales[scale].reaches(way) else { break }
      if let ended = scales[scale].add(way, to: index), test.isCircle(ended, hull) {
        found.append(ended.range)
      }
    }
  }
  for scale in scales {
    if let turning = scale.turning, test.isCircle(turning, hull) { found.append(turning.range) }
  }
  return joined(found).map { TrackPattern(kind: "circle", range: $0, confidence: "medium") }
}

/// One range for all that overlap: the scales see the same circle.
private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
  ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
    guard let last = joined.last, last.upperBound >= range.lowerBound else {
      joined.append(range)
      return
    }
    joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
  }
}

/// Ways that turn to one side.
private struct Turning {
  /// The indices of the first and the last position.
  var range: Range<Int>
  var isLeft: Bool
  /// How many quarters of the compass the direction passed.
  var quarters = 0
}

/// The way from one position to another on the flat map around them.
private struct CircleWay {
  /// The index of the position where it starts.
  let start: Int
  /// What it is in metres to the east and north.
  let x: Double
  let y: Double
  let square: Double
  /// Whether the vessel can have sailed it: a jump or a silence is no way.
  let isSailed: Bool

  /// Creates a way; one that is surely too short for any scale has no length.
  init(from a: Spot, _ start: Int, to b: Spot, _ test: CircleTest) {
    self.start = start
    let north = Int64(b.latitudeE7) - Int64(a.latitudeE7)
    let east = longitudeDifference(b.longitudeE7, a.longitudeE7)
    if north.magnitude + east.magnitude < CircleScale.near {
      (x, y, square, isSailed) = (0, 0, 0, false)
      return
    }
    let cosine = cosineTable.cosine(ofE7: Int64(b.latitudeE7))
    x = Double(east) * metresPerE7 * cosine
    y = Double(north) * metresPerE7
    square = x * x + y * y
    isSailed = b.time - a.time <= test.reach && !test.jumps.isJump(a, b)
  }
}

/// A track thinned to ways of some length.
private struct CircleScale {
  /// The lengths in metres, in the order of the scales: each thins the one before.
  static let metres = [150.0, 400, 1000]
  /// A sum of differences in 1e-7 degrees that is surely less than any of them.
  static let near = UInt64(150 / metresPerE7 / 3)

  private let square: Double
  /// The index of the position where the next way starts.
  private(set) var last: Int
  private var way: CircleWay?
  private(set) var turning: Turning?

  init(_ length: Double, from start: Int) {
    square = length * length
    last = start
  }

  /// Whether a way is as long as those of the scale.
  func reaches(_ way: CircleWay) -> Bool { way.square >= square }

  /// Goes on to a position; returns what turned to one side until now, if that has ended.
  mutating func add(_ next: CircleWay, to index: Int) -> Turning? {
    defer { (way, last) = (next.isSailed ? next : nil, index) }
    // What lies before a jump or a silence is no part of a circle.
    guard let way, next.isSailed else { return finish() }
    return turn(from: way, to: next, last, index)
  }

  private mutating func finish() -> Turning? {
    defer { turning = nil }
    return turning
  }

  private mutating func turn(
    from a: CircleWay, to b: CircleWay, _ start: Int, _ end: Int
  ) -> Turning? {
    let (sine, cosine) = (a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)
    // More than 120 degrees at once may as well be a turn to the other side.
    guard sine != 0, cosine >= 0 || 4 * cosine * cosine <= a.square * b.square else {
      return finish()
    }
    let isLeft = sine > 0
    var ended: Turning?
    if turning?.isLeft != isLeft {
      ended = finish()
      turning = Turning(range: start..<end + 1, isLeft: isLeft)
    }
    let passed = (quarter(b) - quarter(a)) & 3
    turning?.quarters += isLeft ? passed : (4 - passed) & 3
    let first = turning?.range.lowerBound ?? start
    turning?.range = first..<end + 1
    return ended
  }

  /// The quarter of the compass, counted to the left.
  private func quarter(_ way: CircleWay) -> Int {
    way.y >= 0 ? (way.x >= 0 ? 0 : 1) : (way.x < 0 ? 2 : 3)
  }
}

private struct CircleTest {
  let reach: Int64
  let jumps: JumpTest
  private let quarters: Int
  private let minimum: Int64
  private let speed: Double
  private let radius: Double
  private let deviation: Double

  init(_ parameters: DetectionParameters) {
    reach = parameters.milliseconds(.gridReach)
    jumps = JumpTest(parameters)
    quarters = 4 * parameters.count(.circleTurns)
    minimum = parameters.milliseconds(.circleMinimum)
    speed = parameters.knots(.circleSpeed)
    radius = parameters.metres(.circleRadius)
    deviation = parameters.share(.circleDeviation)
  }

  func isCircle(_ turning: Turning, _ hull: Positions) -> Bool {
    guard turning.quarters >= quarters else { return false }
    let positions = hull[turning.range]
    guard let first = positions.first, let last = positions.last,
      last.time - first.time >= minimum, let circle = FittedCircle(positions),
      circle.radius <= radius
    else { return false }
    let way = Double(turning.quarters) * .pi / 2 * circle.radius
    return circle.deviation <= deviation * circle.radius
      && knots(metres: way, milliseconds: last.time - first.time) >= speed
  }
}

/// The circle with the least squares of (distance² - radius²) to some positions (Kåsa, 1976).
private struct FittedCircle {
  let radius: Double
  /// The root of the mean square of what the positions are off the circle, in metres.
  let deviation: Double

  /// Fits a circle on the flat map around the first position; `nil` when they lie on one line.
  init?(_ positions: Positions) {
    guard let origin = positions.first else { return nil }
    let scale = metresPerE7 * cosineTable.cosine(ofE7: Int64(origin.latitudeE7))
    let points = positions.map { position in
      (
        x: Double(longitudeDifference(position.longitudeE7, origin.longitudeE7)) * scale,
        y: Double(Int64(position.latitudeE7) - Int64(origin.latitudeE7)) * metresPerE7
      )
    }
    let count = Double(points.count)
    let middle = (
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count
    )
    var (xx, yy, xy, xz, yz, mean) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for point in points {
      let (x, y) = (point.x - middle.x, point.y - middle.y)
      let z = x * x + y * y
      xx += x * x
      yy += y * y
      xy += x * y
      xz += x * z
      yz += y * z
      mean += z / count
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 1e-9 * xx * yy else { return nil }
    let (a, b) = (
      (xz * yy - yz * xy) / (2 * determinant), (yz * xx - xz * xy) / (2 * determinant)
    )
    let radius = (a * a + b * b + mean).squareRoot()
    self.radius = radius
    let squares = points.reduce(0.0) { sum, point in
      let (x, y) = (point.x - middle.x - a, point.y - middle.y - b)
      let off = (x * x + y * y).squareRoot() - radius
      return sum + off * off
    }
    deviation = (squares / count).squareRoot()
  }
}
