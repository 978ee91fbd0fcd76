/// Where decompressed bytes come from.
protocol ByteSource {
  /// Puts bytes into the buffer and returns how many, at least one; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFileError) -> Int
}

/// A block of `start` and then bytes of the source, up to `limit` in all; shorter only at the end.
///
/// The source writes into the block itself: a plain file is copied once, by the system. The block
/// takes the memory of `spare`, which nobody else may hold: a new one is cleared by the system
/// first, which costs as much as reading it.
func filledBlock(
  startingWith start: [UInt8], upTo limit: Int, in spare: consuming [UInt8],
  from source: inout any ByteSource
) throws(InputFileError) -> [UInt8] {
  let size = max(limit, start.count)
  var failure: InputFileError?
  if spare.isEmpty {
    let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fill(UnsafeMutableRawBufferPointer(buffer), start, limit, from: &source, &failure)
    }
    if let failure { throw failure }
    return block
  }
  spare.append(contentsOf: repeatElement(0, count: max(0, size - spare.count)))
  let count = spare.withUnsafeMutableBytes {
    fill($0, start, limit, from: &source, &failure)
  }
  if let failure { throw failure }
  spare.removeLast(spare.count - count)
  return spare
}

/// Copies `start` and reads up to `limit` bytes; returns how many there are.
private func fill(
  _ buffer: UnsafeMutableRawBufferPointer, _ start: [UInt8], _ limit: Int,
  from source: inout any ByteSource, _ failure: inout InputFileError?
) -> Int {
  buffer.copyBytes(from: start)
  var count = start.count
  do throws(InputFileError) {
    while count < limit {
      let added = try source.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<limit]))
      if added == 0 { break }
      count += added
    }
  } catch {
    failure = error
  }
  return count
}
