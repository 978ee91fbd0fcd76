import Maritime

/// Checks on the outline of a zone that need no place in a text.
enum Outline {
  /// The first edge that leaps over the antimeridian: its number, from 0; `nil` without one.
  ///
  /// An edge of more than half the Earth's circumference can only be meant to go the other way.
  static func antimeridianEdge(of ring: Zone.Ring) -> Int? {
    ring.indices.first { index in
      let (a, b) = edge(index, of: ring)
      return abs(Int64(a.longitudeE7) - Int64(b.longitudeE7)) > 1_800_000_000
    }
  }

  /// The first two edges that meet where they should not; `nil` without any.
  ///
  /// - Complexity: O(*n*²) in the number of corners; exact, in integers.
  static func crossing(of ring: Zone.Ring) -> (first: Int, second: Int)? {
    for first in ring.indices {
      for second in ring.indices.dropFirst(first + 1) {
        let isNeighbour =
          second == first + 1 || (first == 0 && second == ring.count - 1)
        let isWrong =
          isNeighbour
          ? folds(first, second, in: ring) : meet(edge(first, of: ring), edge(second, of: ring))
        if isWrong { return (first, second) }
      }
    }
    return nil
  }

  /// Whether all corners lie on one line.
  static func isFlat(_ ring: Zone.Ring) -> Bool {
    guard let first = ring.first, let second = ring.first(where: { $0 != first }) else {
      return true
    }
    return ring.allSatisfy { turn(first, second, $0) == 0 }
  }

  private static func edge(_ index: Int, of ring: Zone.Ring) -> (Coordinate, Coordinate) {
    (ring[index], ring[(index + 1) % ring.count])
  }

  /// Whether two edges with a common corner lie upon each other.
  private static func folds(_ first: Int, _ second: Int, in ring: Zone.Ring) -> Bool {
    let (a, b) = edge(first, of: ring)
    let (c, d) = edge(second, of: ring)
    let (corner, from, to) = b == c ? (b, a, d) : (a, b, c)
    guard turn(from, corner, to) == 0 else { return false }
    let (back, forth) = (difference(from, corner), difference(to, corner))
    return back.0 * forth.0 + back.1 * forth.1 > 0
  }

  private static func meet(
    _ one: (Coordinate, Coordinate), _ other: (Coordinate, Coordinate)
  ) -> Bool {
    let turns = [
      turn(one.0, one.1, other.0), turn(one.0, one.1, other.1), turn(other.0, other.1, one.0),
      turn(other.0, other.1, one.1),
    ]
    if turns[0] != turns[1], turns[2] != turns[3], !turns.contains(0) { return true }
    return (turns[0] == 0 && lies(other.0, between: one))
      || (turns[1] == 0 && lies(other.1, between: one))
      || (turns[2] == 0 && lies(one.0, between: other))
      || (turns[3] == 0 && lies(one.1, between: other))
  }

  /// 1 to the left, -1 to the right, 0 straight on.
  private static func turn(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
    let (along, aside) = (difference(b, a), difference(c, a))
    return Int((along.0 * aside.1 - along.1 * aside.0).signum())
  }

  /// How far one point lies east and north of another.
  private static func difference(_ a: Coordinate, _ b: Coordinate) -> (Int128, Int128) {
    (
      Int128(a.longitudeE7) - Int128(b.longitudeE7), Int128(a.latitudeE7) - Int128(b.latitudeE7)
    )
  }

  /// Whether a point on the line through two others lies between them.
  private static func lies(
    _ point: Coordinate, between ends: (Coordinate, Coordinate)
  ) -> Bool {
    let (a, b) = ends
    return (min(a.longitudeE7, b.longitudeE7)...max(a.longitudeE7, b.longitudeE7))
      .contains(point.longitudeE7)
      && (min(a.latitudeE7, b.latitudeE7)...max(a.latitudeE7, b.latitudeE7))
        .contains(point.latitudeE7)
  }
}
