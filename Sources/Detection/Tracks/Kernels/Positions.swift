/// Positions side by side in memory that many tracks share, such as those of one vessel by time.
///
/// Unlike those of an array they can lie in a mapped file, so that a month of a busy feed need not
/// fit in main memory.
public struct Positions: RandomAccessCollection, Sendable {
  private let memory: PositionMemory
  /// The index of the first position; indices are those of the shared memory.
  public let startIndex: Int
  /// The index after the last position.
  public let endIndex: Int

  /// The positions of a sequence in memory of their own.
  public init(_ positions: some Collection<Position>) {
    let memory = PositionMemory(count: positions.count)
    for (index, position) in positions.enumerated() { memory.base[index] = position }
    self.init(memory, 0..<positions.count)
  }

  init(_ memory: PositionMemory, _ range: Range<Int>) {
    precondition(range.upperBound <= memory.count, "positions must lie in their memory")
    self.memory = memory
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// The indices, in order.
  public var indices: Range<Int> { startIndex..<endIndex }

  /// One position.
  public subscript(index: Int) -> Position {
    precondition(index >= startIndex && index < endIndex, "a position must be among those asked")
    return memory.base[index]
  }

  /// Some of the positions, with the same indices.
  public subscript(range: Range<Int>) -> Positions {
    precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex, "out of range")
    return Positions(memory, range)
  }

  /// Lets go of main memory when a file holds the positions too; they can still be read.
  public func unload() { memory.unload(startIndex..<endIndex) }

  /// Calls `body` with the positions as plain memory, for loops over all of them.
  func withPlainMemory<Result>(
    _ body: (UnsafeBufferPointer<Position>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: memory.base + startIndex, count: endIndex - startIndex))
  }
}

/// Room for positions.
///
/// Whoever fills it does so before anybody else knows it; after that it is only read. A class,
/// because it owns memory that is given back once.
public final class PositionMemory: @unchecked Sendable {
  let base: UnsafeMutablePointer<Position>
  /// How many positions there is room for.
  public let count: Int
  private let unloadBytes: @Sendable (Range<Int>) -> Void
  private let free: @Sendable () -> Void

  /// Takes room from main memory.
  public init(count: Int) {
    let base = UnsafeMutablePointer<Position>.allocate(capacity: Swift.max(1, count))
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
    base = address.bindMemory(to: Position.self, capacity: count)
    self.count = count
    unloadBytes = unload
    self.free = free
  }

  deinit { free() }

  /// The bytes that one position takes.
  public static let size = MemoryLayout<Position>.stride

  func unload(_ range: Range<Int>) {
    unloadBytes(range.lowerBound * Self.size..<range.upperBound * Self.size)
  }
}
