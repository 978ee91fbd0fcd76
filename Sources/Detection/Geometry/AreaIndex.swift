import Maritime

/// Finds the port areas near a point, in a grid of cells that know which areas reach into them.
///
/// Vessels stay in one cell for many positions, so callers keep a `Cursor` that remembers the last
/// one: without it the table falls out of cache with 50,000 areas.
struct AreaIndex: Sendable {
  /// An area as the index holds it.
  struct Area: Sendable {
    let latitudeE7: Int32
    let longitudeE7: Int32
    /// The index of its port in the gazetteer.
    let port: Int32
    let radius: Double
  }

  /// The cell that was asked for last.
  struct Cursor {
    fileprivate var cell: Int32 = -1
    fileprivate var range = 0..<0
  }

  let areas: [Area]
  private let cellE7: Int64
  private let columns: Int64
  /// Which areas reach into a cell, cell after cell.
  private let members: [Int32]
  private let table: CellTable

  /// Creates an index of all areas of a gazetteer.
  ///
  /// - Parameters:
  ///   - gazetteer: The ports.
  ///   - cellE7: The side of a cell in 1e-7 degrees; a divisor of 180 degrees.
  ///   - reach: How far from its middle an area can be found, given its radius, in metres.
  init(_ gazetteer: Gazetteer, cellE7: Int64, reach: (_ radius: Double) -> Double) {
    let areas = gazetteer.ports.enumerated().flatMap { index, port in
      port.areas.map {
        Area(
          latitudeE7: $0.center.latitudeE7, longitudeE7: $0.center.longitudeE7,
          port: Int32(index), radius: $0.radius)
      }
    }
    let columns = 3_600_000_000 / cellE7
    var pairs: [(cell: Int32, area: Int32)] = []
    for (index, area) in areas.enumerated() {
      for cell in Self.cells(around: area, reach: reach(area.radius), cellE7, columns) {
        pairs.append((cell, Int32(index)))
      }
    }
    pairs.sort { ($0.cell, $0.area) < ($1.cell, $1.area) }
    self.areas = areas
    self.cellE7 = cellE7
    self.columns = columns
    members = pairs.map(\.area)
    table = CellTable(sorted: pairs.map(\.cell))
  }

  /// The areas that may be within reach of a point.
  func candidates(
    _ latitude: Int32, _ longitude: Int32, _ cursor: inout Cursor
  ) -> ArraySlice<
    Int32
  > {
    let row = (Int64(latitude) + 900_000_000) / cellE7
    let column = (Int64(longitude) + 1_800_000_000) / cellE7
    let cell = Int32(row * columns + (column == columns ? 0 : column))
    if cell != cursor.cell {
      cursor.cell = cell
      cursor.range = table.range(cell)
    }
    return members[cursor.range]
  }

  /// The area nearest to a point, within the reach it was indexed with, and its distance in metres.
  func nearest(
    _ latitude: Int32, _ longitude: Int32, _ cursor: inout Cursor,
    where isWanted: (Area, Double) -> Bool
  ) -> (area: Int32, metres: Double)? {
    var best: (area: Int32, metres: Double)?
    for index in candidates(latitude, longitude, &cursor) {
      let area = areas[Int(index)]
      // No area is nearer than its latitude; a thousandth is left for what distances are rounded.
      let north = (Int64(area.latitudeE7) - Int64(latitude)).magnitude
      if let best, Double(north) * (metresPerE7 * 0.999) > best.metres { continue }
      let metres = distance(area, latitude, longitude)
      if metres < best?.metres ?? .infinity, isWanted(area, metres) { best = (index, metres) }
    }
    return best
  }

  /// The distance in metres from a point to the middle of an area.
  func distance(_ area: Area, _ latitude: Int32, _ longitude: Int32) -> Double {
    distanceMetres(area.latitudeE7, area.longitudeE7, latitude, longitude)
  }

  /// The cells into which a circle may reach; a square around it, wider towards the poles.
  private static func cells(
    around area: Area, reach: Double, _ cellE7: Int64, _ columns: Int64
  ) -> [Int32] {
    let height = Int64(reach / metresPerE7) + 1
    let south = max(0, (Int64(area.latitudeE7) + 900_000_000 - height) / cellE7)
    let north = min(
      1_800_000_000 / cellE7, (Int64(area.latitudeE7) + 900_000_000 + height) / cellE7)
    let edge = min(900_000_000, Int64(area.latitudeE7).magnitude + UInt64(height))
    let cosine = max(cosineOfDegrees(Double(edge) / 1e7), 1e-6)
    let width = min(1_800_000_000, Int64(Double(height) / cosine) + 1)
    let middle = Int64(area.longitudeE7) + 1_800_000_000
    let west = (middle - width + 3_600_000_000) / cellE7
    let east = (middle + width + 3_600_000_000) / cellE7
    return (south...north).flatMap { row in
      (west...min(east, west + columns - 1)).map { Int32(row * columns + $0 % columns) }
    }
  }
}

/// Where the members of each cell lie in a list sorted by cell: a hash table with open addressing.
///
/// Most cells of the sea have no member; a bit for each of some hashes tells so without a look at
/// the table, which is too large for the fast caches.
private struct CellTable: Sendable {
  private struct Slot {
    var cell: Int32 = -1
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private var slots: [Slot]
  private let mask: Int
  /// The hashes that some cell has.
  private var hashes: [UInt64]
  private let hashMask: Int

  /// Creates a table from the cell of each member, in order.
  init(sorted list: [Int32]) {
    var size = 16
    while size < list.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    hashes = Array(repeating: 0, count: max(1, size / 16))
    hashMask = hashes.count * 64 - 1
    var start = 0
    while start < list.count {
      let end = list[start...].firstIndex { $0 != list[start] } ?? list.count
      slots[slot(list[start])] = Slot(cell: list[start], start: Int32(start), end: Int32(end))
      let bit = Self.hash(list[start]) & hashMask
      hashes[bit / 64] |= 1 << UInt64(bit % 64)
      start = end
    }
  }

  func range(_ cell: Int32) -> Range<Int> {
    let bit = Self.hash(cell) & hashMask
    guard hashes[bit / 64] >> UInt64(bit % 64) & 1 != 0 else { return 0..<0 }
    let slot = slots[slot(cell)]
    return slot.cell == cell ? Int(slot.start)..<Int(slot.end) : 0..<0
  }

  /// Where the cell is, or the empty place where it would be.
  private func slot(_ cell: Int32) -> Int {
    var slot = Self.hash(cell) & mask
    while slots[slot].cell != cell, slots[slot].cell != -1 { slot = (slot + 1) & mask }
    return slot
  }

  private static func hash(_ cell: Int32) -> Int {
    Int((UInt64(UInt32(bitPattern: cell)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
