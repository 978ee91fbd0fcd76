import Maritime

/// The distance on the chart, in 1e-7 degrees, from a point to the nearest edge of some rings.
///
/// Latitude and longitude count alike, so this is no distance on the Earth: it says how far a point
/// can move on the chart before it can cross an edge, and saves asking the polygons again for the
/// many positions that follow nearby.
func chartDistance(_ latitude: Int32, _ longitude: Int32, toEdgesOf rings: [[Coordinate]]) -> Double
{
  let (x, y) = (Double(longitude), Double(latitude))
  var nearest = Double.infinity
  for ring in rings {
    guard let last = ring.last else { continue }
    var (ax, ay) = (Double(last.longitudeE7) - x, Double(last.latitudeE7) - y)
    for corner in ring {
      let (bx, by) = (Double(corner.longitudeE7) - x, Double(corner.latitudeE7) - y)
      let (run, rise) = (bx - ax, by - ay)
      let square = run * run + rise * rise
      let along = square > 0 ? min(1, max(0, -(ax * run + ay * rise) / square)) : 0
      let (footX, footY) = (ax + along * run, ay + along * rise)
      nearest = min(nearest, footX * footX + footY * footY)
      (ax, ay) = (bx, by)
    }
  }
  return nearest.squareRoot()
}
