/// Positions side by side in memory that many tracks share, such as those of one vessel by time.
///
/// Unlike those of an array they can lie in a mapped file, so that a month of a busy feed need not
/// fit in main memory.
public struct Positions: RandomAccessCollection, @unchecked Sendable {
  private let memory: PositionMemory
  /// That of `memory`, because every position is read by it.
  private let base: UnsafePointer<PackedPosition>
  private let mmsi: UInt32
  /// The index of the first position; indices are those of the shared memory.
  public let startIndex: Int
  /// The index after the last position.
  public let endIndex: Int

  /// The positions of one vessel in memory of their own.
  ///
  /// - Precondition: All have one MMSI and times from 1970 to 2248.
  public init(_ positions: some Collection<Position>) {
    let memory = PositionMemory(count: positions.count)
    let mmsi = positions.first?.mmsi ?? 0
    for (index, position) in positions.enumerated() {
      precondition(position.mmsi == mmsi, "positions side by side must be of one vessel")
      guard let packed = PackedPosition(position) else {
        preconditionFailure("a position must be of a time that AIS has seen")
      }
      (memory.base + index).initialize(to: packed)
    }
    self.init(memory, 0..<positions.count, of: mmsi)
  }

  init(_ memory: PositionMemory, _ range: Range<Int>, of mmsi: UInt32) {
    precondition(range.upperBound <= memory.count, "positions must lie in their memory")
    self.memory = memory
    self.mmsi = mmsi
    base = UnsafePointer(memory.base)
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// The indices, in order.
  public var indices: Range<Int> { startIndex..<endIndex }

  /// One position.
  @inline(__always)
  public subscript(index: Int) -> Position {
    precondition(index >= startIndex && index < endIndex, "a position must be among those asked")
    return base[index].position(of: mmsi)
  }

  /// The time of one position in milliseconds since 1970, without the rest of it.
  @inline(__always)
  func time(at index: Int) -> Int64 {
    precondition(index >= startIndex && index < endIndex, "a position must be among those asked")
    return base[index].time
  }

  /// When and where one position was sent, without the rest of it.
  @inline(__always)
  func spot(at index: Int) -> Spot {
    precondition(index >= startIndex && index < endIndex, "a position must be among those asked")
    return Spot(
      time: base[index].time, latitudeE7: base[index].latitudeE7,
      longitudeE7: base[index].longitudeE7)
  }

  /// Some of the positions, with the same indices.
  public subscript(range: Range<Int>) -> Positions {
    precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex, "out of range")
    return Positions(memory, range, of: mmsi)
  }

  /// Moves the positions together over those at `places`, which are in order, in the shared memory.
  ///
  /// Only for the one who fills the memory, before anybody else knows it.
  func removing(_ places: [Int]) -> Positions {
    guard var end = places.first else { return self }
    for (order, place) in places.enumerated() {
      let next = order + 1 < places.count ? places[order + 1] : endIndex
      for index in place + 1..<next {
        memory.base[end] = memory.base[index]
        end += 1
      }
    }
    return Positions(memory, startIndex..<end, of: mmsi)
  }

  /// Lets go of main memory when a file holds the positions too; they can still be read.
  public func unload() { memory.unload(startIndex..<endIndex) }
}

/// Room for positions.
///
/// Whoever fills it does so before anybody else knows it; after that it is only read. A class,
/// because it owns memory that is given back once.
public final class PositionMemory: @unchecked Sendable {
  let base: UnsafeMutablePointer<PackedPosition>
  /// How many positions there is room for.
  public let count: Int
  private let unloadBytes: @Sendable (Range<Int>) -> Void
  private let free: @Sendable () -> Void

  /// Takes room from main memory.
  public init(count: Int) {
    let base = UnsafeMutablePointer<PackedPosition>.allocate(capacity: Swift.max(1, count))
    nonisolated(unsafe) let owned = base
    self.base = base
    self.count = count
    unloadBytes = { _ in }
    free = { owned.deallocate() }
  }

  /// Takes over memory from elsewhere, such as a mapped file.
  ///
  /// - Parameters:
  ///   - address: Memory for `count` positions of `size` bytes, aligned to 8.
  ///   - count: How many positions there is room for.
  ///   - unload: Lets go of main memory for a range of bytes that can be read again.
  ///   - free: Gives the memory back.
  public init(
    at address: UnsafeMutableRawPointer, count: Int,
    unload: @escaping @Sendable (Range<Int>) -> Void, free: @escaping @Sendable () -> Void
  ) {
    base = address.bindMemory(to: PackedPosition.self, capacity: count)
    self.count = count
    unloadBytes = unload
    self.free = free
  }

  deinit { free() }

  /// The bytes that one position takes.
  public static let size = MemoryLayout<PackedPosition>.stride

  func unload(_ range: Range<Int>) {
    unloadBytes(range.lowerBound * Self.size..<range.upperBound * Self.size)
  }
}
