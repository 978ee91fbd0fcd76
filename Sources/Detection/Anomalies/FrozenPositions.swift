import Maritime

/// Finds runs of positions that stay in one place while the speed over ground says otherwise.
///
/// A vessel at rest is no anomaly, however still: receivers hold a position while they do not move.
/// The positions of a run lie within `static_distance` of its first; it lasts `static_minimum`, has
/// `static_positions`, and `static_share` of them report `static_speed` or more.
func frozenPositions(
  in hull: Positions, _ parameters: DetectionParameters
) -> [TrackPattern] {
  guard let first = hull.first else { return [] }
  let test = FreezeTest(parameters)
  var patterns: [TrackPattern] = []
  var run = FrozenRun(start: hull.startIndex, first: first.spot)
  for index in hull.indices {
    let spot = hull.spot(at: index)
    if !test.isSamePlace(run.first, spot) {
      if let pattern = run.pattern(until: index, in: hull, test) { patterns.append(pattern) }
      run = FrozenRun(start: index, first: spot)
    }
    if test.isFast(hull[index]) { run.fast += 1 }
  }
  if let pattern = run.pattern(until: hull.endIndex, in: hull, test) { patterns.append(pattern) }
  return patterns
}

private struct FrozenRun {
  let start: Int
  let first: Spot
  var fast = 0

  func pattern(until end: Int, in hull: Positions, _ test: FreezeTest) -> TrackPattern? {
    let count = end - start
    guard fast >= test.positions, Double(fast) >= test.share * Double(count),
      hull[end - 1].time - first.time >= test.minimum
    else { return nil }
    return TrackPattern(kind: "static", range: start..<end, confidence: "medium")
  }
}

private struct FreezeTest {
  let positions: Int
  let share: Double
  let minimum: Int64
  private let distance: Double
  /// The tenths of a knot from `static_speed` on; 102.2 knots is AIS for "that or more", and no
  /// ship's speed.
  private let fast: Range<UInt16>
  /// A difference in 1e-7 degrees that is surely further than `distance`.
  private let far: UInt64
  /// A sum of differences that is surely nearer.
  private let near: UInt64

  init(_ parameters: DetectionParameters) {
    positions = parameters.count(.staticPositions)
    share = parameters.share(.staticShare)
    minimum = parameters.milliseconds(.staticMinimum)
    distance = parameters.metres(.staticDistance)
    fast = Self.fastTenths(parameters.knots(.staticSpeed))
    far = UInt64(distance / metresPerE7) + 1
    near = UInt64(distance / metresPerE7 * 0.999)
  }

  func isSamePlace(_ a: Spot, _ b: Spot) -> Bool {
    let north = (Int64(a.latitudeE7) - Int64(b.latitudeE7)).magnitude
    if north > far { return false }
    let east = longitudeDifference(a.longitudeE7, b.longitudeE7).magnitude
    return north + east < near || a.distance(to: b) <= distance
  }

  /// Whether it says that it moves.
  func isFast(_ position: Position) -> Bool { fast.contains(position.speedTenths) }

  private static func fastTenths(_ knots: Double) -> Range<UInt16> {
    var least = UInt16(min(max(knots, 0) * 10, 1022))
    while least > 0, Double(least - 1) / 10 >= knots { least -= 1 }
    while least < 1022, Double(least) / 10 < knots { least += 1 }
    return least..<1022
  }
}
