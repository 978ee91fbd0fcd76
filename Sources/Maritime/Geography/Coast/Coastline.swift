/// The land of the Earth, indexed for two questions: is a point on land, and how far is the shore.
///
/// Whether a point is on land is exact: integers only, edges straight in latitude and longitude.
/// Polygons may overlap and touch, and their corners may run either way round. A point on the line
/// of a shore counts as the one a hair east and north of it.
public struct Coastline: Sendable {
  /// The most cells that the edges of a file may touch together: 256 MB of index.
  ///
  /// Our own default; Natural Earth's finest land touches 500,000.
  static let mostMembers = 64 << 20

  /// How many edges the shores have.
  public var edgeCount: Int { edges.count }

  let edges: [CoastEdge]
  /// The edges that touch a cell, cell after cell.
  private let members: [Int32]
  /// Where the members of a cell start; one more than there are cells.
  private let starts: [Int32]
  /// How the land winds around the south-west corner of each cell.
  private let windings: [WindingNumber]

  /// Creates a coastline from rings around land and around water in land; `nil` when the edges
  /// touch more cells than `mostMembers`.
  ///
  /// - Complexity: O(*n*) in the number of edges and the cells they touch, and 1.6 million cells.
  init?(land: [[Zone.Ring]], water: [[Zone.Ring]] = []) {
    edges =
      land.flatMap { Self.edges(of: $0, isWater: false) }
      + water.flatMap { Self.edges(of: $0, isWater: true) }
    guard let (starts, members) = Self.index(edges) else { return nil }
    self.starts = starts
    self.members = members
    windings = Self.windings(edges, starts, members)
  }

  /// Whether a point is on land, as far as the coastline tells: rivers are land to most.
  ///
  /// - Complexity: O(1) away from shores; near one, in the edges of a cell of 0.2 degrees.
  public func isLand(_ point: Coordinate) -> Bool { isLand(CoastPoint(point)) }

  func isLand(_ point: CoastPoint) -> Bool {
    let cell = CoastGrid.index.cell(of: point)
    var winding = windings[cell]
    if starts[cell] != starts[cell + 1] {
      let corner = CoastGrid.index.corner(ofCell: cell)
      for member in members(ofCell: cell) { winding.cross(edges[Int(member)], corner, point) }
    }
    return winding.isLand
  }

  /// Whether a cell of the index is all land or all water; `nil` when a shore touches it.
  func isLand(cell: Int) -> Bool? {
    starts[cell] == starts[cell + 1] ? windings[cell].isLand : nil
  }

  private func members(ofCell cell: Int) -> ArraySlice<Int32> {
    members[Int(starts[cell])..<Int(starts[cell + 1])]
  }

  /// The distance to the nearest shore in metres, from land and from water; `nil` when none is
  /// within `limit`.
  ///
  /// Within 0.1 % of the nearest point of the polygons on the sphere. The cuts that files make
  /// along the antimeridian and around a pole are no shores.
  ///
  /// - Complexity: about 20 µs near a shore, 200 µs in the middle of an ocean.
  public func shoreDistance(
    from point: Coordinate, within limit: Double = .infinity
  ) -> Double? {
    var search = ShoreSearch(from: point, within: limit)
    let (row, column) = CoastGrid.index.place(ofCell: CoastGrid.index.cell(of: CoastPoint(point)))
    for ring in 0...CoastGrid.index.columns / 2 {
      if search.isDone(atRing: ring) { break }
      for north in max(0, row - ring)...min(CoastGrid.index.rows - 1, row + ring)
      where search.isNear(row: north) {
        let isEdge = north == row - ring || north == row + ring
        for east in stride(from: -ring, through: ring, by: isEdge ? 1 : max(1, 2 * ring)) {
          let cell = CoastGrid.index.cell(row: north, column: column + east)
          for member in members(ofCell: cell) { search.look(at: edges[Int(member)]) }
        }
      }
    }
    return search.nearest
  }
}

extension Coastline {
  /// The edges of a polygon, land on the left of those around land, whichever way the file wrote.
  private static func edges(of polygon: [Zone.Ring], isWater: Bool) -> [CoastEdge] {
    polygon.enumerated().flatMap { index, ring in
      let edges = Zone.edges(of: ring).map { CoastEdge(from: $0, to: $1, isWater: isWater) }
      let area = edges.reduce(0.0) { $0 + $1.signedArea }
      // The first ring is the outline; the others are holes and run the other way.
      return (area > 0) == (index == 0) ? edges : edges.map(\.reversed)
    }
  }

  private static func index(_ edges: [CoastEdge]) -> (starts: [Int32], members: [Int32])? {
    var starts = [Int32](repeating: 0, count: CoastGrid.index.cells + 1)
    var total = 0
    for edge in edges {
      CoastGrid.index.forEachCell(touchedBy: edge) { starts[$0 + 1] += 1 }
      total += CoastGrid.index.touched(by: edge)
      guard total <= mostMembers else { return nil }
    }
    for cell in 0..<CoastGrid.index.cells { starts[cell + 1] += starts[cell] }
    var next = starts
    var members = [Int32](repeating: 0, count: Int(starts[CoastGrid.index.cells]))
    for (index, edge) in edges.enumerated() {
      CoastGrid.index.forEachCell(touchedBy: edge) { cell in
        members[Int(next[cell])] = Int32(index)
        next[cell] += 1
      }
    }
    return (starts, members)
  }

  /// Walks along the south of each row of cells from outside the Earth and counts the shores.
  private static func windings(
    _ edges: [CoastEdge], _ starts: [Int32], _ members: [Int32]
  ) -> [WindingNumber] {
    var windings: [WindingNumber] = []
    windings.reserveCapacity(CoastGrid.index.cells)
    for row in 0..<CoastGrid.index.rows {
      var winding = WindingNumber()
      var last = CoastGrid.index.corner(ofCell: CoastGrid.index.cell(row: row, column: 0)).outside
      for column in 0..<CoastGrid.index.columns {
        let cell = CoastGrid.index.cell(row: row, column: column)
        let corner = CoastGrid.index.corner(ofCell: cell)
        let crossed = column == 0 ? cell : cell - 1
        if starts[crossed] != starts[crossed + 1] {
          for member in members[Int(starts[crossed])..<Int(starts[crossed + 1])] {
            winding.cross(edges[Int(member)], last, corner)
          }
        }
        windings.append(winding)
        last = corner
      }
    }
    return windings
  }
}
