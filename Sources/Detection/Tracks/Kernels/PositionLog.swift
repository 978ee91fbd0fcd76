/// The positions of a run in the order in which they were read, shared out among parts by MMSI.
///
/// A part is sorted into tracks alone, so threads can take one each, and beside the sorted
/// positions there is never more than one part a thread twice.
struct PositionLog {
  private(set) var parts = Array(repeating: PositionPart(), count: Self.partCount)
  private let allocate: PositionAllocator

  /// Enough to share out among threads, little enough that each is written side by side.
  static let partCount = 32

  init(_ allocate: @escaping PositionAllocator) { self.allocate = allocate }

  /// The part that has all positions of an MMSI.
  @inline(__always)
  static func part(of mmsi: UInt32) -> Int {
    Int(truncatingIfNeeded: (mmsi &* 0x9E37_79B9) >> 27)
  }

  /// Takes the positions of a batch; returns those whose time does not fit.
  mutating func append(_ positions: [Position]) throws -> [Position] {
    var unfit: [Position] = []
    for position in positions {
      guard let packed = PackedPosition(position) else {
        unfit.append(position)
        continue
      }
      let part = Self.part(of: position.mmsi)
      if !parts[part].append(packed, position.mmsi) {
        try parts[part].grow(allocate)
        _ = parts[part].append(packed, position.mmsi)
      }
    }
    return unfit
  }
}

/// The positions of some vessels as they were read, in pieces that are given back one by one.
struct PositionPart: Sendable {
  /// Positions and behind them the MMSI of each.
  private struct Piece: Sendable {
    let memory: PositionMemory
    let capacity: Int
    var count = 0

    var mmsis: UnsafeMutablePointer<UInt32> {
      UnsafeMutableRawPointer(memory.base + capacity).assumingMemoryBound(to: UInt32.self)
    }
  }

  private var full: [Piece] = []
  private var last = Piece(memory: PositionMemory(count: 0), capacity: 0)
  /// How many positions there are.
  private(set) var count = 0
  /// The positions for which memory was allocated.
  private(set) var allocated = 0

  /// Appends a position; `false` when the last piece is full.
  @inline(__always)
  mutating func append(_ position: PackedPosition, _ mmsi: UInt32) -> Bool {
    guard last.count < last.capacity else { return false }
    (last.memory.base + last.count).initialize(to: position)
    last.mmsis[last.count] = mmsi
    last.count &+= 1
    count &+= 1
    return true
  }

  /// Begins a piece: half as large as all before, from 8,192 positions to 32,768.
  mutating func grow(_ allocate: PositionAllocator) throws {
    let capacity = min(max(count / 2, 1 << 13), 1 << 15)
    // Six numbers of vessels take the room of one position.
    let room = capacity + (capacity + 5) / 6
    last.memory.unload(0..<last.memory.count)
    full.append(last)
    last = Piece(memory: try allocate(room, 0), capacity: capacity)
    allocated += room
  }

  /// Numbers the vessels in place of their MMSIs; tells those and how many positions each has.
  mutating func numberVessels() -> (mmsis: [UInt32], counts: [Int]) {
    full.append(last)
    last = Piece(memory: PositionMemory(count: 0), capacity: 0)
    var table = MMSITable()
    var counts: [Int] = []
    for piece in full {
      let mmsis = piece.mmsis
      for place in 0..<piece.count {
        let index = table.index(of: mmsis[place])
        if index == counts.count { counts.append(0) }
        counts[index] += 1
        mmsis[place] = UInt32(truncatingIfNeeded: index)
      }
      piece.memory.unload(0..<piece.memory.count)
    }
    return (table.keys, counts)
  }

  /// Gives the positions of each piece with the number of each vessel to `body`, then the memory
  /// back.
  mutating func drain(
    _ body: (UnsafePointer<PackedPosition>, UnsafePointer<UInt32>, _ count: Int) -> Void
  ) {
    for index in full.indices {
      let piece = full[index]
      body(piece.memory.base, piece.mmsis, piece.count)
      full[index] = Piece(memory: PositionMemory(count: 0), capacity: 0)
    }
    full = []
  }
}
