import Maritime

/// A point of the Earth in space, in metres from its centre.
///
/// Straight lines through the Earth are shorter than any way over it and cost a square root, so
/// they rule out most ports before a great circle is measured.
struct ChartPoint: Sendable {
  private let x: Double
  private let y: Double
  private let z: Double

  init(latitude: Double, longitude: Double) {
    let cosine = cosineOfDegrees(latitude)
    x = earthRadiusMetres * cosine * cosineOfDegrees(longitude)
    y = earthRadiusMetres * cosine * sineOfDegrees(longitude)
    z = earthRadiusMetres * sineOfDegrees(latitude)
  }

  init(_ position: Position) {
    self.init(latitude: position.latitude, longitude: position.longitude)
  }

  /// The length of the straight line to another point in metres.
  func chord(to other: ChartPoint) -> Double {
    let (a, b, c) = (x - other.x, y - other.y, z - other.z)
    return (a * a + b * b + c * c).squareRoot()
  }
}

/// All ports with the places of their areas in space.
struct PortChart: Sendable {
  /// The ports, in the order of the gazetteer.
  let ports: [Port]
  /// The middles of all areas, port after port.
  private let middles: [Coordinate]
  private let points: [ChartPoint]
  /// Where the areas of each port begin, and the end.
  private let starts: [Int]

  init(_ gazetteer: Gazetteer) {
    ports = gazetteer.ports
    starts = ports.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.areas.count) }
    middles = ports.flatMap { $0.areas.map(\.center) }
    points = middles.map { ChartPoint(latitude: $0.latitude, longitude: $0.longitude) }
  }

  /// Of each port the area on the shortest way from one point to the other, if even the straight
  /// lines through the Earth are within the budget.
  func areas(
    between a: ChartPoint, _ b: ChartPoint, within budget: Double
  ) -> [(port: Int, middle: Coordinate)] {
    var found: [(port: Int, middle: Coordinate)] = []
    for port in ports.indices {
      var best: Int?
      var shortest = budget
      for area in starts[port]..<starts[port + 1] {
        let there = a.chord(to: points[area])
        guard there <= shortest else { continue }
        let length = there + b.chord(to: points[area])
        if length <= shortest { (best, shortest) = (area, length) }
      }
      if let best { found.append((port, middles[best])) }
    }
    return found
  }
}
