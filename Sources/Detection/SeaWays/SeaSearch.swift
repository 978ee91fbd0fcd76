import Maritime

/// A search for the shortest ways over the open cells of a chart, from one cell outwards.
struct SeaSearch {
  private let chart: SeaChart
  private let origin: Int
  private let start: SpherePoint
  /// Where the vessel must be in the end, which rules out cells too far from it.
  private let destination: SpherePoint
  private var nodes = SeaNodes()
  private var queue = SeaQueue()
  /// The length in metres up to which every cell has been reached; infinite when none is left.
  private(set) var reached = 0.0

  init(
    _ chart: SeaChart, from origin: Int, at start: SpherePoint, bound destination: SpherePoint
  ) {
    self.chart = chart
    self.origin = origin
    self.start = start
    self.destination = destination
    nodes[origin] = SeaNode(metres: 0, corner: Int32(origin))
    queue.push(0, Int32(origin))
  }

  /// The length of the way to a place in or beside an open cell; `nil` when that was not reached.
  func length(to cell: Int, _ goal: SpherePoint) -> Double? {
    let node = nodes[cell]
    guard node.isDone else { return nil }
    let corner = Int(node.corner)
    return way(to: corner) + point(corner).metres(to: goal)
  }

  /// Searches every cell from which the destination is within `limit` metres of way, at most so
  /// many cells.
  mutating func run(upTo limit: Double, mostCells: Int) {
    var count = 0
    while let (metres, cell) = queue.pop() {
      let node = nodes[Int(cell)]
      guard !node.isDone, node.metres >= metres else { continue }
      reached = Double(metres)
      guard count < mostCells else { return }
      count += 1
      let settled = settle(node, Int(cell))
      nodes[Int(cell)] = settled
      spread(from: settled, Int(cell), limit)
    }
    reached = .infinity
  }

  /// Takes a neighbour as the corner when the one that was hoped for cannot be seen.
  private func settle(_ node: SeaNode, _ cell: Int) -> SeaNode {
    var settled = node
    settled.isDone = true
    guard Int(node.corner) != cell, !chart.isClear(from: Int(node.corner), to: cell) else {
      return settled
    }
    settled.metres = .infinity
    let here = point(cell)
    chart.forEachOpenNeighbour(of: cell) { neighbour in
      let other = nodes[neighbour]
      guard other.isDone else { return }
      let metres = other.metres + Float(point(neighbour).metres(to: here))
      if metres < settled.metres {
        settled.metres = metres
        settled.corner = Int32(neighbour)
      }
    }
    return settled
  }

  private mutating func spread(from node: SeaNode, _ cell: Int, _ limit: Double) {
    let corner = Int(node.corner)
    let base = Float(way(to: corner))
    let from = point(corner)
    chart.forEachOpenNeighbour(of: cell) { neighbour in
      let here = point(neighbour)
      let metres = base + Float(from.metres(to: here))
      let known = nodes[neighbour]
      guard !known.isDone, metres < known.metres,
        Double(metres) + here.metres(to: destination) <= limit
      else { return }
      nodes[neighbour] = SeaNode(metres: metres, corner: node.corner)
      queue.push(metres, Int32(neighbour))
    }
  }

  private func way(to cell: Int) -> Double { cell == origin ? 0 : Double(nodes[cell].metres) }

  private func point(_ cell: Int) -> SpherePoint {
    cell == origin ? start : chart.table.point(ofCell: cell)
  }
}

/// What a search knows of a cell.
private struct SeaNode {
  var metres = Float.infinity
  /// The cell of the last corner on the way.
  var corner: Int32 = -1
  var isDone = false
}

/// The nodes of all cells, in tiles of 64 by 64 cells that come into being when they are reached.
private struct SeaNodes {
  private static let columns = (SeaChart.columns + 63) / 64
  private var nodes: [SeaNode] = []
  private var tiles = [Int32](repeating: -1, count: columns * ((SeaChart.rows + 63) / 64))

  subscript(cell: Int) -> SeaNode {
    get {
      let (tile, offset) = Self.place(cell)
      return tiles[tile] < 0 ? SeaNode() : nodes[Int(tiles[tile]) + offset]
    }
    set {
      let (tile, offset) = Self.place(cell)
      if tiles[tile] < 0 {
        tiles[tile] = Int32(nodes.count)
        nodes += repeatElement(SeaNode(), count: 4096)
      }
      nodes[Int(tiles[tile]) + offset] = newValue
    }
  }

  private static func place(_ cell: Int) -> (tile: Int, offset: Int) {
    let (row, column) = cell.quotientAndRemainder(dividingBy: SeaChart.columns)
    return (row / 64 * columns + column / 64, row % 64 * 64 + column % 64)
  }
}

/// Cells by the length of the way to them, shortest first; of equal ones the lower cell.
private struct SeaQueue {
  private var heap: [(metres: Float, cell: Int32)] = []

  mutating func push(_ metres: Float, _ cell: Int32) {
    heap.append((metres, cell))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (metres: Float, cell: Int32)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return first
  }
}
