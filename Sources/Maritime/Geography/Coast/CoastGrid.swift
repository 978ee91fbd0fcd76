/// Cells of latitude and longitude, row after row from the south-west.
struct CoastGrid: Sendable {
  /// The cells in which a coastline is indexed.
  static let index = CoastGrid(cellE7: 2_000_000)
  /// The cells of which `Coastline.waterCells` tells; four make one of the index.
  static let water = CoastGrid(cellE7: 1_000_000)

  let cellE7: Int64
  let columns: Int
  let rows: Int
  var cells: Int { columns * rows }

  private init(cellE7: Int64) {
    self.cellE7 = cellE7
    columns = Int(3_600_000_000 / cellE7)
    rows = columns / 2
  }

  /// A metre around an edge, so that rounding never loses a cell it touches.
  private let margin: Int64 = 100

  func cell(of point: CoastPoint) -> Int {
    let row = min(rows - 1, Int((point.y + 900_000_000) / cellE7))
    return row * columns + Int((point.x + 1_800_000_000) / cellE7)
  }

  /// The cell at a place; columns go round the Earth.
  func cell(row: Int, column: Int) -> Int {
    row * columns + (column % columns + columns) % columns
  }

  func place(ofCell cell: Int) -> (row: Int, column: Int) {
    (cell / columns, cell % columns)
  }

  /// The south-west corner of a cell.
  func corner(ofCell cell: Int) -> CoastPoint {
    CoastPoint(
      x: Int64(cell % columns) * cellE7 - 1_800_000_000,
      y: Int64(cell / columns) * cellE7 - 900_000_000)
  }

  /// How many cells an edge touches at most.
  func touched(by edge: CoastEdge) -> Int {
    var count = 0
    forEachCell(touchedBy: edge) { _ in count += 1 }
    return count
  }

  /// Visits every cell that an edge touches, its borders included.
  func forEachCell(touchedBy edge: CoastEdge, _ visit: (Int) -> Void) {
    let south = row(min(edge.y1, edge.y2) - margin)
    let north = row(max(edge.y1, edge.y2) + margin)
    for row in south...north {
      let (west, east) = edge.longitudes(
        from: Int64(row) * cellE7 - 900_000_000 - margin,
        to: Int64(row + 1) * cellE7 - 900_000_000 + margin)
      for column in column(west - margin)...column(east + margin) { visit(row * columns + column) }
    }
  }

  private func row(_ y: Int64) -> Int {
    Int(min(max(0, (y + 900_000_000) / cellE7), Int64(rows - 1)))
  }

  private func column(_ x: Int64) -> Int {
    Int(min(max(0, (x + 1_800_000_000) / cellE7), Int64(columns - 1)))
  }
}

/// A point in 1e-7 degrees: `x` is the longitude, from -180 up to but not 180 degrees.
struct CoastPoint: Hashable, Sendable {
  let x: Int64
  let y: Int64

  init(x: Int64, y: Int64) {
    self.x = x
    self.y = y
  }

  init(_ point: Coordinate) {
    x = point.longitudeE7 == 1_800_000_000 ? -1_800_000_000 : Int64(point.longitudeE7)
    y = Int64(point.latitudeE7)
  }

  /// A point on the same latitude to the west of the whole map.
  var outside: CoastPoint { CoastPoint(x: -1_800_000_001, y: y) }
}
