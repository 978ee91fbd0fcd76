/// The smallest rectangle of latitude and longitude around some points.
struct Bounds: Hashable, Sendable {
  private let south: Double
  private let north: Double
  private let west: Double
  private let east: Double

  /// Creates the rectangle around points; `nil` without any.
  init?(around points: some Sequence<Coordinate>) {
    var range: (south: Int32, north: Int32, west: Int32, east: Int32)?
    for point in points {
      let (latitude, longitude) = (point.latitudeE7, point.longitudeE7)
      guard let known = range else {
        range = (latitude, latitude, longitude, longitude)
        continue
      }
      range = (
        min(known.south, latitude), max(known.north, latitude), min(known.west, longitude),
        max(known.east, longitude)
      )
    }
    guard let range else { return nil }
    (south, north) = (Double(range.south) / 1e7, Double(range.north) / 1e7)
    (west, east) = (Double(range.west) / 1e7, Double(range.east) / 1e7)
  }

  /// Whether every point of the rectangle is more than `metres` away, told with a metre to spare.
  ///
  /// Two bounds of a great circle: the difference in latitude, and the way to the nearest meridian
  /// of the rectangle. They cost a hundredth of the distance to a long border.
  func isBeyond(_ metres: Double, from point: Coordinate) -> Bool {
    let limit = metres + 1
    let rise = max(south - point.latitude, point.latitude - north, 0)
    if rise * (.pi / 180) * earthRadiusMetres > limit { return true }
    let turn = min(turnEast(to: west, from: point), turnEast(to: point.longitude, fromEdge: east))
    guard point.longitude < west || point.longitude > east, turn > 0 else { return false }
    let sine = cosineOfDegrees(point.latitude) * sineOfDegrees(min(turn, 90))
    return arcsine(min(1, max(0, sine))) * earthRadiusMetres > limit
  }

  private func turnEast(to edge: Double, from point: Coordinate) -> Double {
    turnEast(to: edge, fromEdge: point.longitude)
  }

  /// The degrees eastward from one meridian to another.
  private func turnEast(to end: Double, fromEdge start: Double) -> Double {
    let turn = end - start
    return turn < 0 ? turn + 360 : turn
  }
}
