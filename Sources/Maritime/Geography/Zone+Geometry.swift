extension Zone {
  /// Whether a point lies in the zone; the border belongs to it, holes do not.
  ///
  /// Edges are straight lines in latitude and longitude. Exact: integers only.
  ///
  /// - Complexity: O(*n*) in the number of corners.
  public func contains(_ point: Coordinate) -> Bool {
    polygons.contains { holds($0, point) }
  }

  /// Whether some point of the zone is at most `metres` away: `distance(to:)` compared with it.
  ///
  /// - Complexity: O(*n*) in the number of corners of polygons that may be so near; far away one
  ///   comparison for each polygon.
  public func isWithin(_ metres: Double, of point: Coordinate) -> Bool {
    guard metres >= 0 else { return false }
    return zip(polygons, bounds).contains { polygon, bounds in
      guard let bounds, !bounds.isBeyond(metres, from: point) else { return false }
      return holds(polygon, point) || polygon.contains { distance(to: point, ring: $0) <= metres }
    }
  }

  /// The distance to the nearest point of the zone in metres; 0 inside, infinite without polygons.
  ///
  /// Goes across the antimeridian when that is shorter. The result is the same on every machine.
  ///
  /// - Complexity: O(*n*) in the number of corners, and in the length of edges in degrees.
  public func distance(to point: Coordinate) -> Double {
    if contains(point) { return 0 }
    return polygons.joined().reduce(.infinity) { nearest, ring in
      distance(to: point, ring: ring, orLess: nearest)
    }
  }

  /// The distance to the nearest point of a ring, or `limit` when that is less.
  private func distance(
    to point: Coordinate, ring: Ring, orLess limit: Double = .infinity
  ) -> Double {
    var nearest = limit
    for (a, b) in Zone.edges(of: ring) where !isFarther(a, b, than: nearest, from: point) {
      nearest = min(
        nearest,
        metresToSegment(
          latitude: point.latitude, longitude: point.longitude,
          from: (a.latitude, a.longitude), to: (b.latitude, b.longitude)))
    }
    return nearest
  }

  /// The pairs of neighbouring corners, with the last and the first.
  static func edges(of ring: Ring) -> Zip2Sequence<Ring, Ring> {
    zip(ring, Array(ring.dropFirst()) + ring.prefix(1))
  }
}

/// Whether a polygon holds the point, under either name of the antimeridian.
private func holds(_ polygon: [Zone.Ring], _ point: Coordinate) -> Bool {
  point.spellings.contains { holdsExactly(polygon, $0) }
}

/// Inside the outer ring or on it, and not strictly inside a hole.
private func holdsExactly(_ polygon: [Zone.Ring], _ point: Coordinate) -> Bool {
  guard let outer = polygon.first, side(of: point, in: outer) != .outside else { return false }
  return polygon.dropFirst().allSatisfy { side(of: point, in: $0) != .inside }
}

private enum Side { case inside, border, outside }

/// Counts the edges that a line from the point to the east crosses: inside, the number is odd.
private func side(of point: Coordinate, in ring: Zone.Ring) -> Side {
  let (x, y) = (Int64(point.longitudeE7), Int64(point.latitudeE7))
  var isInside = false
  for (a, b) in Zone.edges(of: ring) {
    let (low, high) = a.latitudeE7 <= b.latitudeE7 ? (a, b) : (b, a)
    guard (Int64(low.latitudeE7)...Int64(high.latitudeE7)).contains(y) else { continue }
    // Both products stay below 6.5e18, so they fit in 64 bits.
    let height = Int64(high.latitudeE7) - Int64(low.latitudeE7)
    let left = (x - Int64(low.longitudeE7)) * height
    let right = (y - Int64(low.latitudeE7)) * (Int64(high.longitudeE7) - Int64(low.longitudeE7))
    if left == right, isBetween(x, a, b) { return .border }
    // The lower end belongs to an edge and the upper does not, so a corner counts once.
    if y < high.latitudeE7, left < right { isInside.toggle() }
  }
  return isInside ? .inside : .outside
}

private func isBetween(_ longitudeE7: Int64, _ a: Coordinate, _ b: Coordinate) -> Bool {
  (Int64(min(a.longitudeE7, b.longitudeE7))...Int64(max(a.longitudeE7, b.longitudeE7)))
    .contains(longitudeE7)
}

/// Whether the difference in latitude alone puts an edge beyond `metres`.
private func isFarther(
  _ a: Coordinate, _ b: Coordinate, than metres: Double, from point: Coordinate
) -> Bool {
  let south = min(a.latitude, b.latitude) - point.latitude
  let north = point.latitude - max(a.latitude, b.latitude)
  return max(south, north) * (.pi / 180) * earthRadiusMetres > metres
}

extension Coordinate {
  /// The antimeridian is written 180° E or 180° W: the point under both names.
  fileprivate var spellings: [Coordinate] {
    guard longitudeE7.magnitude == 1_800_000_000 else { return [self] }
    return [self, Coordinate(latitudeE7: latitudeE7, longitudeE7: -longitudeE7) ?? self]
  }
}
