/// Where decompressed bytes come from.
protocol ByteSource {
  /// Puts bytes into the buffer and returns how many, at least one; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFileError) -> Int
}

/// A block of `start` and then bytes of the source, up to `limit` in all; shorter only at the end.
///
/// The source writes into the block itself: a plain file is copied once, by the system.
func filledBlock(
  startingWith start: [UInt8], upTo limit: Int, from source: inout any ByteSource
) throws(InputFileError) -> [UInt8] {
  var failure: InputFileError?
  let block = [UInt8](unsafeUninitializedCapacity: max(limit, start.count)) { buffer, count in
    _ = buffer.update(fromContentsOf: start)
    count = start.count
    do throws(InputFileError) {
      while count < limit {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<limit])
        let added = try source.read(into: room)
        if added == 0 { break }
        count += added
      }
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
  return block
}
