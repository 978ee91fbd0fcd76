/// A straight piece of shore in 1e-7 degrees, with land on its left, or water if it is a lake's.
struct CoastEdge: Hashable, Sendable {
  private let longitude1: Int32
  private let latitude1: Int32
  private let longitude2: Int32
  private let latitude2: Int32
  /// Whether it bounds water within land rather than land.
  let isWater: Bool

  init(from start: Coordinate, to end: Coordinate, isWater: Bool) {
    (longitude1, latitude1) = (start.longitudeE7, start.latitudeE7)
    (longitude2, latitude2) = (end.longitudeE7, end.latitudeE7)
    self.isWater = isWater
  }

  private init(reversing edge: CoastEdge) {
    (longitude1, latitude1) = (edge.longitude2, edge.latitude2)
    (longitude2, latitude2) = (edge.longitude1, edge.latitude1)
    isWater = edge.isWater
  }

  var x1: Int64 { Int64(longitude1) }
  var y1: Int64 { Int64(latitude1) }
  var x2: Int64 { Int64(longitude2) }
  var y2: Int64 { Int64(latitude2) }

  var reversed: CoastEdge { CoastEdge(reversing: self) }

  /// Whether it is a cut along the antimeridian or around a pole rather than a shore.
  var isCut: Bool {
    (longitude1 == longitude2 && longitude1.magnitude == 1_800_000_000)
      || (latitude1 == latitude2 && latitude1.magnitude == 900_000_000)
  }

  /// What it adds to twice the area of its ring, which is positive counter-clockwise.
  var signedArea: Double { Double(x1) * Double(y2) - Double(x2) * Double(y1) }

  /// The longitudes that it takes between two latitudes, rounded outwards.
  func longitudes(from south: Int64, to north: Int64) -> (west: Int64, east: Int64) {
    let (low, high) = (min(x1, x2), max(x1, x2))
    guard y1 != y2 else { return (low, high) }
    let slope = Double(x2 - x1) / Double(y2 - y1)
    let a = x1 + Int64((slope * Double(max(south, min(y1, y2)) - y1)).rounded())
    let b = x1 + Int64((slope * Double(min(north, max(y1, y2)) - y1)).rounded())
    return (max(low, min(a, b) - 1), min(high, max(a, b) + 1))
  }
}

/// How often land and the water within it lie around a point.
struct WindingNumber: Hashable, Sendable {
  private var land: Int32 = 0
  private var water: Int32 = 0

  var isLand: Bool { land > 0 && water <= 0 }

  /// Counts an edge that lies across the way from one point to another.
  ///
  /// Every point stands for one a hair to the east, and much less to the north, of it: so no point
  /// is ever on an edge and no corner is counted twice (simulation of simplicity).
  mutating func cross(_ edge: CoastEdge, _ start: CoastPoint, _ end: CoastPoint) {
    let startsLeft = edge.isLeft(start)
    guard startsLeft != edge.isLeft(end),
      isLeft(edge.x1, edge.y1, start, end) != isLeft(edge.x2, edge.y2, start, end)
    else { return }
    let change: Int32 = startsLeft ? -1 : 1
    if edge.isWater { water += change } else { land += change }
  }

  /// Whether a corner lies left of the way from one point to another.
  private func isLeft(_ x: Int64, _ y: Int64, _ a: CoastPoint, _ b: CoastPoint) -> Bool {
    let (left, right) = ((b.x - a.x) * (y - a.y), (b.y - a.y) * (x - a.x))
    if left != right { return left > right }
    return b.y > a.y || (b.y == a.y && b.x < a.x)
  }
}

extension CoastEdge {
  /// Whether a point lies left of the edge; products of differences stay below 6.5e18.
  fileprivate func isLeft(_ point: CoastPoint) -> Bool {
    let (left, right) = ((x2 - x1) * (point.y - y1), (y2 - y1) * (point.x - x1))
    if left != right { return left > right }
    return y2 < y1 || (y2 == y1 && x2 > x1)
  }
}
