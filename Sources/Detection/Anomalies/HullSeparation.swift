import Maritime

/// Positions next to one another that one hull can have sent.
struct HullRun: Equatable {
  /// Which of the hulls that the positions ask for.
  let hull: Int
  /// The indices of the positions.
  var range: Range<Int>
}

/// Cuts the positions of one MMSI where they ask for more than `impossible_speed`.
///
/// After such a jump the positions belong to another hull, or to one that was left by an earlier
/// jump and can have got there since. A track without a jump is one run.
///
/// - Complexity: O(*n*) in the number of positions; 5 ns for each that is near the one before.
func hullRuns(in positions: Positions, _ parameters: DetectionParameters) -> [HullRun] {
  guard !positions.isEmpty else { return [] }
  let test = JumpTest(parameters)
  var previous = positions.spot(at: positions.startIndex)
  var runs = [HullRun(hull: 0, range: positions.startIndex..<positions.endIndex)]
  var lasts: [Position] = []
  for index in positions.indices.dropFirst() {
    let spot = positions.spot(at: index)
    if test.isJump(previous, spot) {
      let position = positions[index]
      let current = runs[runs.count - 1]
      runs[runs.count - 1].range = current.range.lowerBound..<index
      if lasts.count <= current.hull {
        lasts.append(positions[index - 1])
      } else {
        lasts[current.hull] = positions[index - 1]
      }
      let hull = test.hull(of: position, lasts, besides: current.hull)
      runs.append(HullRun(hull: hull, range: index..<positions.endIndex))
      if hull == lasts.count { lasts.append(position) }
    }
    previous = spot
  }
  return runs
}

/// Tells whether one hull can have sent two positions.
struct JumpTest {
  private let speed: Double
  private let distance: Double
  private let hullSpeed: Double
  private let gap: Int64
  /// A sum of differences in 1e-7 degrees that is surely nearer than `distance`.
  private let near: UInt64
  /// The sum of differences in a millisecond that surely asks for less than either speed.
  ///
  /// No way is longer than its two parts along a meridian and the equator; a hundredth is left for
  /// what distances are rounded.
  private let slow: Double

  init(_ parameters: DetectionParameters) {
    speed = parameters.knots(.impossibleSpeed)
    distance = parameters.metres(.impossibleDistance)
    hullSpeed = parameters.knots(.hullSpeed)
    gap = parameters.milliseconds(.gapMinimum)
    near = UInt64(distance / metresPerE7)
    slow = min(speed, hullSpeed) * 1852 / 3_600_000 / metresPerE7 * 0.99
  }

  /// Whether the way from one to the next is impossible.
  ///
  /// Across a gap only `hull_speed` counts: the gap itself tells a lower implied speed.
  func isJump(_ a: Position, _ b: Position) -> Bool { isJump(a.spot, b.spot) }

  /// Whether the way from one to the next is impossible.
  func isJump(_ a: Spot, _ b: Spot) -> Bool {
    let north = (Int64(a.latitudeE7) - Int64(b.latitudeE7)).magnitude
    let east = longitudeDifference(a.longitudeE7, b.longitudeE7).magnitude
    let sum = north + east
    return sum > near && Double(sum) > slow * Double(b.time - a.time) && isFar(a, b)
  }

  private func isFar(_ a: Spot, _ b: Spot) -> Bool {
    let metres = a.distance(to: b)
    let elapsed = b.time - a.time
    return metres >= distance
      && knots(metres: metres, milliseconds: elapsed) > (elapsed < gap ? speed : hullSpeed)
  }

  /// The hull that can have got to a position and asks for the least speed; else a new one.
  func hull(of position: Position, _ lasts: [Position], besides current: Int) -> Int {
    lasts.indices
      .filter { $0 != current && !isJump(lasts[$0], position) }
      .min { impliedSpeed(lasts[$0], position) < impliedSpeed(lasts[$1], position) }
      ?? lasts.count
  }
}
