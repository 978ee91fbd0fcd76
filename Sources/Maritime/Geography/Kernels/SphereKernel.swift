/// The Earth's mean radius in metres (IUGG 1980, R1).
public let earthRadiusMetres = 6_371_008.8

/// The distance between two points in metres on a sphere, by the chord through it.
///
/// Uses only additions, products and square roots, which IEEE 754 defines exactly, so that every
/// machine gets the same bits; the system's sine differs between C libraries.
public func greatCircleMetres(
  latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double
) -> Double {
  let halfLatitude = sineOfDegrees((latitude2 - latitude1) / 2)
  let halfLongitude = sineOfDegrees((longitude2 - longitude1) / 2)
  let share =
    halfLatitude * halfLatitude
    + cosineOfDegrees(latitude1) * cosineOfDegrees(latitude2) * halfLongitude * halfLongitude
  return 2 * earthRadiusMetres * arcsine(min(1, share.squareRoot()))
}

/// The sine of an angle in degrees, within 1e-14.
public func sineOfDegrees(_ degrees: Double) -> Double {
  // Adding zero makes the one of a negative zero positive, as the subtraction does.
  var turn = abs(degrees) < 180 ? degrees + 0 : degrees - 360 * (degrees / 360).rounded()
  if turn > 90 { turn = 180 - turn }
  if turn < -90 { turn = -180 - turn }
  let x = turn * (.pi / 180)
  let s = x * x
  // Taylor's series to x^21: the first term left out is below 2e-18 at a right angle.
  // Written out, the divisions do not wait for one another: 30 ns instead of 100.
  var sum = 1 - s / 420
  sum = 1 - s / 342 * sum
  sum = 1 - s / 272 * sum
  sum = 1 - s / 210 * sum
  sum = 1 - s / 156 * sum
  sum = 1 - s / 110 * sum
  sum = 1 - s / 72 * sum
  sum = 1 - s / 42 * sum
  sum = 1 - s / 20 * sum
  sum = 1 - s / 6 * sum
  return x * sum
}

/// The cosine of an angle in degrees, within 1e-14.
public func cosineOfDegrees(_ degrees: Double) -> Double { sineOfDegrees(degrees + 90) }

/// The direction in degrees, from 0 up to 360, whose sine and cosine are in this proportion.
///
/// - Precondition: One of the two is not zero.
public func bearing(sine: Double, cosine: Double) -> Double {
  let length = (sine * sine + cosine * cosine).squareRoot()
  precondition(length > 0, "a direction needs a sine or a cosine")
  let angle = arcsine(min(1, abs(sine) / length)) * (180 / .pi)
  switch (sine >= 0, cosine >= 0) {
  case (true, true): return angle
  case (true, false): return 180 - angle
  case (false, false): return 180 + angle
  case (false, true): return angle == 0 ? 0 : 360 - angle
  }
}

/// The arcsine of a number from 0 to 1 in radians, within 1e-13.
public func arcsine(_ x: Double) -> Double {
  if x > 0.5 {
    // asin x = pi/2 - 2 asin sqrt((1 - x)/2) brings the argument down to a half at most.
    return .pi / 2 - 2 * arcsine(((1 - x) / 2).squareRoot())
  }
  let s = x * x
  var sum = 0.0
  for index in stride(from: 41.0, through: 1.0, by: -2.0) {
    sum = 1 / index + s * (index / (index + 1)) * sum
  }
  return x * sum
}
