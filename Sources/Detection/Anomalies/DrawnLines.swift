import Maritime

/// Finds runs of positions on one line at one speed, nearer than any ship and receiver keep them.
///
/// The line may be straight on the chart (latitude and longitude), a course (a rhumb line) or a
/// great circle. All positions of `line_minimum` or more, `line_positions` at least, lie within
/// `line_deviation` of where constant speed from the first to the last puts them, give or take a
/// second, because times are whole seconds.
func drawnLines(
  in hull: Positions, _ parameters: DetectionParameters
) -> [TrackPattern] {
  let test = LineTest(parameters)
  var patterns: [TrackPattern] = []
  var start = hull.startIndex
  guard hull.count > 2 else { return [] }
  var (first, second) = (hull.spot(at: start), hull.spot(at: start + 1))
  for index in hull.indices.dropFirst(2) {
    let third = hull.spot(at: index)
    if !test.isEven(first, second, third) {
      if index - start >= test.positions { patterns += test.lines(in: hull, start..<index) }
      start = index - 1
    }
    (first, second) = (second, third)
  }
  return patterns + test.lines(in: hull, start..<hull.endIndex)
}

private struct LineTest {
  private let minimum: Int64
  let positions: Int
  private let deviation: Double
  private let speed: Double

  init(_ parameters: DetectionParameters) {
    minimum = parameters.milliseconds(.lineMinimum)
    positions = max(3, parameters.count(.linePositions))
    deviation = parameters.metres(.lineDeviation)
    speed = parameters.knots(.lineSpeed)
  }

  /// Whether the latitude of the middle is about where constant speed puts it: a first sieve.
  func isEven(_ a: Spot, _ b: Spot, _ c: Spot) -> Bool {
    let elapsed = Double(c.time - a.time)
    let north = Double(Int64(c.latitudeE7) - Int64(a.latitudeE7)) * metresPerE7
    let east = Double(longitudeDifference(c.longitudeE7, a.longitudeE7)) * metresPerE7
    let expected = north * Double(b.time - a.time) / elapsed
    let found = Double(Int64(b.latitudeE7) - Int64(a.latitudeE7)) * metresPerE7
    // A great circle bends away from the chart's line by the square of its length.
    let bend = (north * north + east * east) / (4 * earthRadiusMetres)
    return abs(found - expected) <= deviation + bend + abs(north) * 1000 / elapsed
  }

  /// The lines in a range of positions that are even.
  func lines(in hull: Positions, _ range: Range<Int>) -> [TrackPattern] {
    var patterns: [TrackPattern] = []
    var start = range.lowerBound
    while let end = shortest(from: start, in: hull, range) {
      guard isLine(hull[start...end]) else {
        start += max(1, (end - start) / 4)
        continue
      }
      let last = longest(from: start, end, in: hull, range)
      patterns.append(
        TrackPattern(kind: "line", range: start..<last + 1, confidence: "medium"))
      start = last
    }
    return patterns
  }

  /// The last index of the shortest run that may be a line.
  private func shortest(
    from start: Int, in hull: Positions, _ range: Range<Int>
  ) -> Int? {
    let least = start + positions - 1
    guard least < range.upperBound else { return nil }
    let end = max(least, hull.firstIndex(from: hull[start].time + minimum))
    return end < range.upperBound ? end : nil
  }

  /// How far a line goes on, by steps that double and then halve.
  private func longest(
    from start: Int, _ end: Int, in hull: Positions, _ range: Range<Int>
  ) -> Int {
    var (last, step) = (end, max(1, end - start))
    while step > 0 {
      if last + step < range.upperBound, isLine(hull[start...last + step]) {
        last += step
        step *= 2
      } else {
        step /= 2
      }
    }
    return last
  }

  private func isLine(_ run: Positions) -> Bool {
    guard let first = run.first, let last = run.last else { return false }
    let metres = first.distance(to: last)
    let elapsed = last.time - first.time
    guard knots(metres: metres, milliseconds: elapsed) >= speed, metres < 5_000_000 else {
      return false
    }
    // The middle bends most, so it is asked first.
    let middle = run[(run.startIndex + run.endIndex) / 2]
    let way = SteadyCourse.secondsWay(from: first, to: last)
    guard mayFit(middle, first, last, metres, within: deviation + way) else { return false }
    func fits(_ course: SteadyCourse) -> Bool {
      course.isWithin(deviation, of: middle, secondsWay: way)
        && run.allSatisfy { course.isWithin(deviation, of: $0, secondsWay: way) }
    }
    return fits(.chart(first, last)) || fits(.rhumb(first, last))
      || fits(.greatCircle(first, last, Arc(first, last)))
  }
}

extension LineTest {
  /// Whether a position may lie within a limit of where any of the courses puts it.
  ///
  /// A vessel at constant speed on a course or a great circle is pushed off the chart's line by
  /// accelerations of at most tan(latitude) · speed² / radius to the north and twice that to the
  /// east, so by an eighth of their sum times the square of the time: less than half of
  /// tan(latitude) · way² / radius. That needs no sine of an angle. On ways up to 200 km and 75
  /// degrees the chart is true to a seventh of any distance.
  private func mayFit(
    _ middle: Position, _ first: Position, _ last: Position, _ metres: Double,
    within limit: Double
  ) -> Bool {
    let north = max(first.latitudeE7.magnitude, last.latitudeE7.magnitude)
    let furthest = Int64(north) + Int64(metres / metresPerE7)
    guard metres <= 200_000, furthest <= 750_000_000 else { return true }
    let cosine = cosineTable.cosine(ofE7: furthest)
    let tangent = (1 - cosine * cosine).squareRoot() / cosine
    let bend = tangent * metres * metres / (2 * earthRadiusMetres)
    return 0.85 * SteadyCourse.chart(first, last).metres(to: middle) <= limit + bend
  }
}

/// Where a vessel is that goes from one position to another at constant speed.
private enum SteadyCourse {
  case chart(Position, Position)
  case rhumb(Position, Position)
  case greatCircle(Position, Position, Arc)

  /// What a second's way is at most in metres, on any of the courses and at any latitude.
  static func secondsWay(from a: Position, to b: Position) -> Double {
    let north = (Int64(b.latitudeE7) - Int64(a.latitudeE7)).magnitude
    let east = longitudeDifference(b.longitudeE7, a.longitudeE7).magnitude
    return 1 + 1.1 * Double(north + east) * metresPerE7 * 1000 / Double(b.time - a.time)
  }

  /// Whether a position is so near to where it should be at its time, give or take a second.
  ///
  /// One that is further off than a second's way beyond the limit is so at any of the times.
  func isWithin(_ limit: Double, of position: Position, secondsWay: Double) -> Bool {
    let metres = metres(to: position, later: 0)
    if metres <= limit { return true }
    guard metres <= limit + secondsWay else { return false }
    return Self.seconds.contains { self.metres(to: position, later: $0) <= limit }
  }

  private static let seconds = [-0.5, 0.5, -1, 1]

  /// The distance in metres from a position to where it should be some seconds after its time.
  func metres(to position: Position, later seconds: Double = 0) -> Double {
    switch self {
    case .chart(let a, let b):
      let share = share(position, a, b, seconds)
      return flatMetres(
        position, latitude: latitude(a, b, share), east: share * east(a, b), from: a)
    case .rhumb(let a, let b):
      let share = share(position, a, b, seconds)
      let latitude = latitude(a, b, share)
      let whole = stretched(a.latitude, b.latitude)
      let part = whole == 0 ? share : stretched(a.latitude, latitude) / whole
      return flatMetres(position, latitude: latitude, east: part * east(a, b), from: a)
    case .greatCircle(let a, let b, let arc):
      return arc.point(at: share(position, a, b, seconds)).metres(
        to: SpherePoint(latitude: position.latitude, longitude: position.longitude))
    }
  }

  private func share(
    _ position: Position, _ a: Position, _ b: Position, _ seconds: Double
  ) -> Double {
    (Double(position.time - a.time) + seconds * 1000) / Double(b.time - a.time)
  }

  private func latitude(_ a: Position, _ b: Position, _ share: Double) -> Double {
    a.latitude + (b.latitude - a.latitude) * share
  }

  private func east(_ a: Position, _ b: Position) -> Double {
    Double(longitudeDifference(b.longitudeE7, a.longitudeE7))
  }

  /// How much a Mercator chart stretches the way between two latitudes, by Simpson's rule.
  private func stretched(_ a: Double, _ b: Double) -> Double {
    let sum =
      1 / cosineOfDegrees(a) + 4 / cosineOfDegrees((a + b) / 2) + 1 / cosineOfDegrees(b)
    return (b - a) / 6 * sum
  }

  private func flatMetres(
    _ position: Position, latitude: Double, east: Double, from a: Position
  ) -> Double {
    let y = (position.latitude - latitude) * 1e7 * metresPerE7
    let x = Double(longitudeDifference(position.longitudeE7, a.longitudeE7)) - east
    let width = x * metresPerE7 * cosineTable.cosine(ofE7: Int64(position.latitudeE7))
    return (width * width + y * y).squareRoot()
  }
}

/// The great circle between two positions.
private struct Arc {
  private let start: SpherePoint
  private let end: SpherePoint
  private let degrees: Double
  private let sine: Double

  init(_ a: Position, _ b: Position) {
    start = SpherePoint(latitude: a.latitude, longitude: a.longitude)
    end = SpherePoint(latitude: b.latitude, longitude: b.longitude)
    degrees = a.distance(to: b) / earthRadiusMetres * 180 / .pi
    sine = sineOfDegrees(degrees)
  }

  /// The point at a share of the way.
  func point(at share: Double) -> SpherePoint {
    guard sine > 0 else { return start }
    return SpherePoint(
      start, times: sineOfDegrees((1 - share) * degrees) / sine,
      plus: end, times: sineOfDegrees(share * degrees) / sine)
  }
}
