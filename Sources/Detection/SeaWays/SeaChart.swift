import Maritime

/// Where a vessel can sail: cells of 0.1 degrees with water that the oceans reach.
///
/// A cell with any water is open, and so are the cells along each of `SeaPassage.all`. So every way
/// at sea leads through open cells, and the shortest way through them is no longer than it. Water
/// that the oceans do not reach, such as a lake, is not open: nothing is known of ways there.
struct SeaChart: Sendable {
  static let columns = 3600
  static let rows = 1800
  static let cellE7: Int64 = 1_000_000

  /// How many cells away a place still belongs to the open water.
  ///
  /// Ports lie in rivers and harbours that a coastline leaves out. Our own default: about 30 km.
  static let landing = 3

  /// The middles of the cells in space.
  let table = SphereTable(rows: rows, columns: columns)
  private let isOpen: [Bool]

  init(_ coastline: Coastline) {
    var isOpen = coastline.waterCells()
    for passage in SeaPassage.all { passage.open(&isOpen) }
    self.isOpen = Self.largestWater(of: isOpen)
  }

  /// The cell that holds a point.
  static func cell(_ latitudeE7: Int32, _ longitudeE7: Int32) -> Int {
    let row = min(rows - 1, Int((Int64(latitudeE7) + 900_000_000) / cellE7))
    return row * columns + Int((Int64(longitudeE7) + 1_800_000_000) / cellE7) % columns
  }

  func isOpen(_ cell: Int) -> Bool { isOpen[cell] }

  func isOpen(row: Int, column: Int) -> Bool {
    isOpen[row * Self.columns + (column + Self.columns) % Self.columns]
  }

  /// The open cells nearest around a cell: itself, or those of the first ring that has any, within
  /// `landing`; empty far inland.
  func landings(around cell: Int) -> [Int] {
    if isOpen[cell] { return [cell] }
    let (row, column) = (cell / Self.columns, cell % Self.columns)
    for ring in 1...Self.landing {
      let found = Self.ring(ring, row, column).filter { isOpen[$0] }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The cells around a place at a distance in cells, columns going round the Earth.
  static func ring(_ ring: Int, _ row: Int, _ column: Int) -> [Int] {
    (max(0, row - ring)...min(rows - 1, row + ring)).flatMap { north in
      let isEdge = north == row - ring || north == row + ring
      return stride(from: -ring, through: ring, by: isEdge ? 1 : 2 * ring).map {
        north * columns + (column + $0 + columns) % columns
      }
    }
  }

  /// Visits the open cells among the eight around a cell.
  func forEachOpenNeighbour(of cell: Int, _ visit: (Int) -> Void) {
    Self.forEachNeighbour(of: cell) { if isOpen[$0] { visit($0) } }
  }

  private static func forEachNeighbour(of cell: Int, _ visit: (Int) -> Void) {
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    for north in max(0, row - 1)...min(rows - 1, row + 1) {
      for east in -1...1 {
        var next = column + east
        if next < 0 { next += columns }
        if next == columns { next = 0 }
        let neighbour = north * columns + next
        if neighbour != cell { visit(neighbour) }
      }
    }
  }

  /// Leaves only the water that hangs together with most of the Earth's, corners included.
  private static func largestWater(of isOpen: [Bool]) -> [Bool] {
    var names = [Int32](repeating: 0, count: isOpen.count)
    var largest: (name: Int32, size: Int) = (0, 0)
    var name: Int32 = 0
    for start in isOpen.indices where isOpen[start] && names[start] == 0 {
      name += 1
      let size = flood(from: start, as: name, &names, isOpen)
      if size > largest.size { largest = (name, size) }
    }
    return names.map { $0 == largest.name && $0 != 0 }
  }

  private static func flood(
    from start: Int, as name: Int32, _ names: inout [Int32], _ isOpen: [Bool]
  ) -> Int {
    var waiting = [start]
    names[start] = name
    var size = 0
    while let cell = waiting.popLast() {
      size += 1
      forEachNeighbour(of: cell) { next in
        guard isOpen[next], names[next] == 0 else { return }
        names[next] = name
        waiting.append(next)
      }
    }
    return size
  }
}

extension SeaChart {
  /// Whether the line between the middles of two cells, straight on the chart and the short way
  /// round, leads through open cells.
  ///
  /// Where the line passes between two cells at a corner, one open cell is enough.
  func isClear(from start: Int, to end: Int) -> Bool {
    let (row1, column1) = (start / Self.columns, start % Self.columns)
    let rows = end / Self.columns - row1
    var columns = end % Self.columns - column1
    if columns > Self.columns / 2 { columns -= Self.columns }
    if columns < -Self.columns / 2 { columns += Self.columns }
    let (height, width) = (abs(rows), abs(columns))
    let (north, east) = (rows.signum(), columns.signum())
    var (row, column) = (row1, column1)
    // Which border the line meets next: twice the steps done against the steps to do, crosswise.
    var error = width - height
    for _ in 0..<max(height + width, 0) {
      if row == row1 + rows, column == column1 + columns { break }
      if error > 0 {
        column += east
        error -= 2 * height
      } else if error < 0 {
        row += north
        error += 2 * width
      } else {
        row += north
        column += east
        error += 2 * (width - height)
      }
      if !isOpen(row: row, column: column) { return false }
    }
    return true
  }
}
