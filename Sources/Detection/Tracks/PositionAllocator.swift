/// Finds room for a number of positions: in main memory, or in a file that is mapped into it.
///
/// Throws what keeps a file from being made, such as a full disk.
public typealias PositionAllocator = @Sendable (_ count: Int) throws -> PositionMemory
