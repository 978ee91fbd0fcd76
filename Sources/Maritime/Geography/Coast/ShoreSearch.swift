/// The nearest shore found so far, and what cannot be nearer.
struct ShoreSearch {
  /// The distance to it in metres; `nil` while none is within the limit.
  private(set) var nearest: Double?
  private let point: Coordinate
  private let row: Int
  private let cosine: Double
  private let limit: Double

  init(from point: Coordinate, within limit: Double) {
    self.point = point
    self.limit = limit
    row = CoastGrid.index.place(ofCell: CoastGrid.index.cell(of: CoastPoint(point))).row
    cosine = cosineOfDegrees(point.latitude)
  }

  private var bound: Double { min(nearest ?? .infinity, limit) }

  /// Whether no cell `ring` or more cells away can hold a nearer shore.
  func isDone(atRing ring: Int) -> Bool {
    guard ring > 1, bound.isFinite else { return false }
    let turn = min(90, Double(ring - 1) * Self.cellDegrees)
    // The way to a meridian is the arc whose sine is cos(latitude) sin(turn).
    let east = arcsine(min(1, cosine * sineOfDegrees(turn))) * earthRadiusMetres
    return min(east, Double(ring - 1) * Self.cellDegrees * Self.metresPerDegree) > bound
  }

  /// Whether a row of cells can hold a nearer shore.
  func isNear(row other: Int) -> Bool {
    let rows = max(0, abs(other - row) - 1)
    return Double(rows) * Self.cellDegrees * Self.metresPerDegree <= bound
  }

  mutating func look(at edge: CoastEdge) {
    guard !edge.isCut, !isFar(edge) else { return }
    let metres = metresToSegment(
      latitude: point.latitude, longitude: point.longitude,
      from: (Double(edge.y1) / 1e7, Double(edge.x1) / 1e7),
      to: (Double(edge.y2) / 1e7, Double(edge.x2) / 1e7))
    if metres <= bound { nearest = metres }
  }

  /// Whether the difference in latitude, or on a flat map a few degrees wide, puts it beyond.
  ///
  /// Spares nearly all edges the exact distance, which costs a hundred times as much.
  private func isFar(_ edge: CoastEdge) -> Bool {
    let (y1, y2) = (Double(edge.y1) / 1e7 - point.latitude, Double(edge.y2) / 1e7 - point.latitude)
    if max(min(y1, y2), -max(y1, y2)) * Self.metresPerDegree > bound { return true }
    let (x1, x2) = (turn(edge.x1), turn(edge.x2))
    guard abs(point.latitude) <= 75, max(abs(y1), abs(y2), abs(x1), abs(x2)) <= 2 else {
      return false
    }
    let (a, b) = (x1 * cosine, x2 * cosine)
    let square = (b - a) * (b - a) + (y2 - y1) * (y2 - y1)
    let along = square > 0 ? min(1, max(0, -(a * (b - a) + y1 * (y2 - y1)) / square)) : 0
    let (x, y) = (a + along * (b - a), y1 + along * (y2 - y1))
    // Two degrees from 75 degrees of latitude the flat map is up to 15 % too wide or too narrow.
    return (x * x + y * y).squareRoot() * Self.metresPerDegree * 0.85 > bound
  }

  private func turn(_ longitudeE7: Int64) -> Double {
    let degrees = Double(longitudeE7) / 1e7 - point.longitude
    return degrees - 360 * (degrees / 360).rounded()
  }

  private static let cellDegrees = Double(CoastGrid.index.cellE7) / 1e7
  private static let metresPerDegree = earthRadiusMetres * .pi / 180
}
