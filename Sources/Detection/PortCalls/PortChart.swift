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
  struct Entry: Sendable {
    let port: Port
    fileprivate let areas: [(middle: Coordinate, point: ChartPoint)]

    /// The area on the shortest way from one point to the other; `nil` when even straight lines
    /// through the Earth are longer than the budget.
    func area(between a: ChartPoint, _ b: ChartPoint, within budget: Double) -> Coordinate? {
      var best: Coordinate?
      var shortest = budget
      for area in areas {
        let there = a.chord(to: area.point)
        guard there <= shortest else { continue }
        let length = there + b.chord(to: area.point)
        if length <= shortest { (best, shortest) = (area.middle, length) }
      }
      return best
    }
  }

  /// The ports, in the order of the gazetteer.
  let entries: [Entry]

  init(_ gazetteer: Gazetteer) {
    entries = gazetteer.ports.map { port in
      Entry(
        port: port,
        areas: port.areas.map { area in
          let middle = area.center
          return (middle, ChartPoint(latitude: middle.latitude, longitude: middle.longitude))
        })
    }
  }
}
