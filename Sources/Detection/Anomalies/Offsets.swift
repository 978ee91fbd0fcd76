import Maritime

/// Tells whether positions elsewhere are the vessel's own track, shifted.
///
/// The vessel sails on meanwhile, and its claimed way there is the way it made, as far as the last
/// positions before and the first after tell: within `offset_tolerance`, and `offset_speed` for the
/// time between those and the claims. A way or a shift of less than half as much again tells
/// nothing.
struct OffsetTest {
  private let tolerance: Double
  private let speed: Double

  init(_ parameters: DetectionParameters) {
    tolerance = parameters.metres(.offsetTolerance)
    speed = parameters.knots(.offsetSpeed)
  }

  /// Whether the way from `first` to `last` is parallel to that from `before` to `after`.
  func isParallel(before: Position, first: Position, last: Position, after: Position) -> Bool {
    let elapsed = Double(after.time - before.time)
    let away = Double(last.time - first.time)
    let limit = tolerance + speed * 1852 / 3_600_000 * (elapsed - away)
    let way = Shift(from: before, to: after)
    let claimed = Shift(from: first, to: last)
    let residual = Shift(
      north: claimed.north - way.north * away / elapsed,
      east: claimed.east - way.east * away / elapsed)
    let scale = cosineTable.cosine(ofE7: Int64(before.latitudeE7))
    return residual.metres(scale) <= limit && claimed.metres(scale) >= 1.5 * limit
      && before.distance(to: first) >= 1.5 * limit
  }
}

/// A way on the chart in 1e-7 degrees: a shifted track is shifted in latitude and longitude.
private struct Shift {
  let north: Double
  let east: Double

  init(north: Double, east: Double) {
    self.north = north
    self.east = east
  }

  init(from a: Position, to b: Position) {
    north = Double(Int64(b.latitudeE7) - Int64(a.latitudeE7))
    east = Double(longitudeDifference(b.longitudeE7, a.longitudeE7))
  }

  func metres(_ scale: Double) -> Double {
    (north * north + east * scale * east * scale).squareRoot() * metresPerE7
  }
}
