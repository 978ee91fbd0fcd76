/// The positions of a run in the order in which they were read, with a count for each vessel.
///
/// Pieces of fixed size, so that the memory of each can be given back as soon as it is sorted into
/// tracks: beside the sorted positions there is never more than one piece twice.
struct PositionLog {
  private(set) var table = MMSITable()
  /// The positions of the vessel at each index of `table.keys`.
  private(set) var counts: [Int] = []
  private var pieces: [(memory: PositionMemory, count: Int)] = []
  private let allocate: PositionAllocator

  /// 262,144 positions of 40 bytes are 10 MiB.
  static let pieceSize = 1 << 18

  init(_ allocate: @escaping PositionAllocator) { self.allocate = allocate }

  /// How many positions the pieces have room for.
  var capacity: Int { pieces.count * Self.pieceSize }

  mutating func append(_ positions: [Position]) throws {
    for position in positions {
      let index = table.index(of: position.mmsi)
      if index == counts.count { counts.append(0) }
      counts[index] += 1
    }
    var start = 0
    while start < positions.count {
      if (pieces.last.map { $0.count == $0.memory.count }) ?? true {
        pieces.last?.memory.unload(0..<Self.pieceSize)
        pieces.append((try allocate(Self.pieceSize, 0), 0))
      }
      let piece = pieces[pieces.count - 1]
      let copied = min(positions.count - start, piece.memory.count - piece.count)
      positions.withUnsafeBufferPointer { buffer in
        guard let source = buffer.baseAddress else { return }
        (piece.memory.base + piece.count).initialize(from: source + start, count: copied)
      }
      pieces[pieces.count - 1].count += copied
      start += copied
    }
  }

  /// Gives each piece to `body` in turn and then its memory back.
  mutating func drain(_ body: (UnsafeBufferPointer<Position>) -> Void) {
    for index in pieces.indices {
      let piece = pieces[index]
      body(UnsafeBufferPointer(start: piece.memory.base, count: piece.count))
      pieces[index].memory = PositionMemory(count: 0)
    }
    pieces = []
  }
}
