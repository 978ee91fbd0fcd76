import Maritime

/// The shortest way over the sphere from one point to another.
struct GreatCircleWay {
  private let start: Position
  private let end: Position
  private let a: UnitVector
  private let b: UnitVector
  /// At right angles to the way; `nil` when the ends are one point or opposite ones.
  private let pole: UnitVector?

  /// The way between two positions.
  init(_ start: Position, _ end: Position) {
    self.start = start
    self.end = end
    a = UnitVector(start)
    b = UnitVector(end)
    pole = a.cross(b).normalized
  }

  /// The distance in metres from a point to the nearest of the way, its ends included.
  func distance(toLatitude latitude: Int32, longitude: Int32) -> Double {
    let toStart = distanceMetres(start.latitudeE7, start.longitudeE7, latitude, longitude)
    let toEnd = distanceMetres(end.latitudeE7, end.longitudeE7, latitude, longitude)
    let point = UnitVector(latitudeE7: latitude, longitudeE7: longitude)
    guard let pole, pole.cross(a).dot(point) >= 0, b.cross(pole).dot(point) >= 0 else {
      return min(toStart, toEnd)
    }
    return min(toStart, toEnd, earthRadiusMetres * arcsine(min(1, abs(pole.dot(point)))))
  }

  /// Points of the way no more than about `metres` apart, the ends included, in degrees.
  func points(every metres: Double) -> [(latitude: Double, longitude: Double)] {
    let length = distanceMetres(
      start.latitudeE7, start.longitudeE7, end.latitudeE7, end.longitudeE7)
    var points = [start, end].map { (latitude: $0.latitude, longitude: $0.longitude) }
    halve(a, b, length, metres, &points)
    return points
  }

  /// Halving an arc needs a sum and a root, and no angle.
  private func halve(
    _ a: UnitVector, _ b: UnitVector, _ length: Double, _ limit: Double,
    _ points: inout [(latitude: Double, longitude: Double)]
  ) {
    guard length > limit, let middle = a.plus(b).normalized else { return }
    points.append(middle.degrees)
    halve(a, middle, length / 2, limit, &points)
    halve(middle, b, length / 2, limit, &points)
  }
}

/// A direction from the centre of the Earth.
private struct UnitVector {
  let x: Double
  let y: Double
  let z: Double

  init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

  init(_ position: Position) {
    self.init(latitudeE7: position.latitudeE7, longitudeE7: position.longitudeE7)
  }

  init(latitudeE7: Int32, longitudeE7: Int32) {
    let (latitude, longitude) = (Double(latitudeE7) / 1e7, Double(longitudeE7) / 1e7)
    let cosine = cosineOfDegrees(latitude)
    self.init(
      x: cosine * cosineOfDegrees(longitude), y: cosine * sineOfDegrees(longitude),
      z: sineOfDegrees(latitude))
  }

  func dot(_ other: UnitVector) -> Double { x * other.x + y * other.y + z * other.z }

  func plus(_ other: UnitVector) -> UnitVector {
    UnitVector(x: x + other.x, y: y + other.y, z: z + other.z)
  }

  func cross(_ other: UnitVector) -> UnitVector {
    UnitVector(
      x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
  }

  /// The vector at length one; `nil` when it is too short to have a direction.
  var normalized: UnitVector? {
    let length = dot(self).squareRoot()
    guard length > 1e-9 else { return nil }
    return UnitVector(x: x / length, y: y / length, z: z / length)
  }

  var degrees: (latitude: Double, longitude: Double) {
    let level = (x * x + y * y).squareRoot()
    let north = level > 0 || z != 0 ? bearing(sine: z, cosine: level) : 0
    let east = level > 1e-12 ? bearing(sine: y, cosine: x) : 0
    return (north > 180 ? north - 360 : north, east > 180 ? east - 360 : east)
  }
}
