import Maritime

/// Land as an SVG path within a map.
struct LandOutline {
  private let frame: MapFrame
  /// Beyond the edge, so that the line along the cut is not seen.
  private static let margin = 4.0
  /// Points nearer to the last one than this are left out; they would not be seen.
  private static let finest = 0.5

  init(_ frame: MapFrame) { self.frame = frame }

  /// The path of polygons, holes by the even-odd rule; empty when none is within the frame.
  func path(_ polygons: [[Zone.Ring]]) -> String {
    var path = ""
    for ring in polygons.joined() {
      for turn in [-360.0, 0, 360] {
        path += self.path(ring, turn: turn)
      }
    }
    return path
  }

  private func path(_ ring: Zone.Ring, turn: Double) -> String {
    guard isSeen(ring, turn: turn) else { return "" }
    let points = ring.map {
      frame.point(longitude: $0.longitude + turn, latitude: $0.latitude)
    }
    let seen = thinned(clipped(points))
    guard seen.count > 2 else { return "" }
    return SVGPath(seen).text + "Z"
  }

  /// Whether a rectangle around a ring touches the frame.
  private func isSeen(_ ring: Zone.Ring, turn: Double) -> Bool {
    var (west, east, south, north) = (Int32.max, Int32.min, Int32.max, Int32.min)
    for point in ring {
      (west, east) = (min(west, point.longitudeE7), max(east, point.longitudeE7))
      (south, north) = (min(south, point.latitudeE7), max(north, point.latitudeE7))
    }
    return Double(west) / 1e7 + turn <= frame.east && Double(east) / 1e7 + turn >= frame.west
      && Double(south) / 1e7 <= frame.north && Double(north) / 1e7 >= frame.south
  }

  /// The part of a ring within the frame (Sutherland and Hodgman, 1974).
  private func clipped(_ ring: [DrawnPoint]) -> [DrawnPoint] {
    let (low, right, bottom) = (
      -Self.margin, MapFrame.width + Self.margin, MapFrame.height + Self.margin
    )
    var points = cut(ring, at: low) {
      $0.x - $1
    } along: {
      $0.x
    }
    points = cut(points, at: right) {
      $1 - $0.x
    } along: {
      $0.x
    }
    points = cut(points, at: low) {
      $0.y - $1
    } along: {
      $0.y
    }
    return cut(points, at: bottom) {
      $1 - $0.y
    } along: {
      $0.y
    }
  }

  private func cut(
    _ ring: [DrawnPoint], at edge: Double, inside: (DrawnPoint, Double) -> Double,
    along axis: (DrawnPoint) -> Double
  ) -> [DrawnPoint] {
    guard var last = ring.last else { return [] }
    var kept: [DrawnPoint] = []
    for point in ring {
      let (was, isNow) = (inside(last, edge) >= 0, inside(point, edge) >= 0)
      if was != isNow {
        let share = (edge - axis(last)) / (axis(point) - axis(last))
        kept.append(
          DrawnPoint(
            x: last.x + share * (point.x - last.x), y: last.y + share * (point.y - last.y)))
      }
      if isNow { kept.append(point) }
      last = point
    }
    return kept
  }

  private func thinned(_ points: [DrawnPoint]) -> [DrawnPoint] {
    var kept: [DrawnPoint] = []
    for point in points {
      if let last = kept.last, last.distance(to: point) < Self.finest { continue }
      kept.append(point)
    }
    return kept
  }
}
