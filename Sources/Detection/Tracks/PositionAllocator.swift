/// Finds room for positions: in main memory, or in a file that is mapped into it.
///
/// Takes how many positions there is to be room for, and how many held elsewhere are given back
/// while it fills. Throws what keeps a file from being made, such as a full disk.
public typealias PositionAllocator =
  @Sendable (_ count: Int, _ givenUp: Int) throws -> PositionMemory
