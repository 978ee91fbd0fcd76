import Maritime

/// Finds the zones around a point, in cells of one degree.
///
/// Most cells lie wholly inside or outside a zone, so that a position costs a look at its cell.
/// Where a border crosses the cell the polygon is asked, and then not again before the vessel has
/// moved as far as the border was away.
struct ZoneIndex: Sendable {
  /// The zones of one cell, by their index.
  fileprivate struct Cell {
    var inside: [Int32] = []
    var border: [Int32] = []
  }

  /// The cell that was asked for last, and the last answer with how far around it holds.
  struct Cursor {
    fileprivate var number: Int32 = -1
    fileprivate var cell: Cell?
    fileprivate var latitude: Int32 = 0
    fileprivate var longitude: Int32 = 0
    fileprivate var reach: Int64 = 0
    fileprivate var answer: [Int32] = []

    init() {}
  }

  /// The zones, in the order of the gazetteer.
  let zones: [Zone]
  private let cells: [Int32: Cell]

  /// Creates an index.
  ///
  /// - Complexity: O(*c* *n*) in the cells of a zone's extent and the number of its corners.
  init(_ zones: [Zone]) {
    self.zones = zones
    var cells: [Int32: Cell] = [:]
    for (index, zone) in zones.enumerated() {
      let border = Self.borderCells(of: zone)
      for cell in border { cells[cell, default: Cell()].border.append(Int32(index)) }
      for cell in Self.extent(of: zone).subtracting(border) {
        guard let middle = Self.middle(of: cell), zone.contains(middle) else { continue }
        cells[cell, default: Cell()].inside.append(Int32(index))
      }
    }
    self.cells = cells
  }

  /// The indices of the zones that hold a point, in order.
  func indices(_ latitude: Int32, _ longitude: Int32, _ cursor: inout Cursor) -> [Int32] {
    if cells.isEmpty { return [] }
    let number = Self.cell(row: Self.row(latitude), column: Self.column(longitude))
    if number != cursor.number {
      (cursor.number, cursor.cell, cursor.reach) = (number, cells[number], 0)
    }
    guard let cell = cursor.cell else { return [] }
    guard !cell.border.isEmpty, let point = Coordinate(latitudeE7: latitude, longitudeE7: longitude)
    else { return cell.inside }
    let north = Int64(latitude) - Int64(cursor.latitude)
    let east = Int64(longitude) - Int64(cursor.longitude)
    if max(north.magnitude, east.magnitude) >= cursor.reach { ask(cell, point, &cursor) }
    return cursor.answer
  }

  /// Asks the polygons of a cell and notes how far from the point the answer holds.
  private func ask(_ cell: Cell, _ point: Coordinate, _ cursor: inout Cursor) {
    let border = cell.border.map { zones[Int($0)] }
    let inside = zip(cell.border, border).filter { $1.contains(point) }.map(\.0)
    let nearest = border.map { zone in
      chartDistance(
        point.latitudeE7, point.longitudeE7, toEdgesOf: Array(zone.polygons.joined()))
    }.min()
    (cursor.latitude, cursor.longitude) = (point.latitudeE7, point.longitudeE7)
    cursor.answer = (cell.inside + inside).sorted()
    // The sides of a square within a circle; the antimeridian is an edge that has two names.
    let isOnEdge = point.longitudeE7.magnitude == 1_800_000_000
    cursor.reach = isOnEdge ? 0 : Int64((nearest ?? 0) * 0.7)
  }

  /// The id of the narrowest zone around a point: by its kind, then by name.
  func narrowest(at latitude: Int32, _ longitude: Int32) -> String? {
    var cursor = Cursor()
    let around = indices(latitude, longitude, &cursor).map { zones[Int($0)] }
    return around.min { ($0.breadth, $0.id) < ($1.breadth, $1.id) }?.id
  }

  private static func row(_ latitude: Int32) -> Int32 { (latitude + 900_000_000) / 10_000_000 }
  private static func column(_ longitude: Int32) -> Int32 {
    Int32((Int64(longitude) + 1_800_000_000) / 10_000_000)
  }
  private static func cell(row: Int32, column: Int32) -> Int32 { row * 360 + column % 360 }

  private static func middle(of cell: Int32) -> Coordinate? {
    Coordinate(
      latitude: min(90, Double(cell / 360) - 89.5), longitude: Double(cell % 360) - 179.5)
  }

  /// All cells of the rectangles around the polygons.
  private static func extent(of zone: Zone) -> Set<Int32> {
    zone.polygons.reduce(into: []) { cells, polygon in
      let corners = polygon.joined()
      let rows = corners.map { row($0.latitudeE7) }
      let columns = corners.map { column($0.longitudeE7) }
      cells.formUnion(self.cells(rows, columns))
    }
  }

  /// The cells that an edge may cross: those around its pieces of at most a degree.
  private static func borderCells(of zone: Zone) -> Set<Int32> {
    var cells: Set<Int32> = []
    for ring in zone.polygons.joined() {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        let rise = Int64(b.latitudeE7) - Int64(a.latitudeE7)
        let run = Int64(b.longitudeE7) - Int64(a.longitudeE7)
        let pieces = Int64(max(rise.magnitude, run.magnitude)) / 10_000_000 + 1
        let rows = (0...pieces).map { row(Int32(Int64(a.latitudeE7) + rise * $0 / pieces)) }
        let columns = (0...pieces).map { column(Int32(Int64(a.longitudeE7) + run * $0 / pieces)) }
        for piece in 1..<rows.count {
          cells.formUnion(
            self.cells(Array(rows[(piece - 1)...piece]), Array(columns[(piece - 1)...piece])))
        }
      }
    }
    return cells
  }

  private static func cells(_ rows: [Int32], _ columns: [Int32]) -> [Int32] {
    guard let south = rows.min(), let north = rows.max(), let west = columns.min(),
      let east = columns.max()
    else { return [] }
    return (south...north).flatMap { row in (west...east).map { cell(row: row, column: $0) } }
  }
}

extension Zone {
  /// How wide zones of the kind are: first those that are drawn around one place.
  fileprivate var breadth: Int {
    ["terminal", "port_area", "sts_area", "high_risk", "eez"].firstIndex(of: kind) ?? 5
  }
}
