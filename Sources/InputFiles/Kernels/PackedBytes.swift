import CZstd

/// The bytes compressed with zstd (RFC 8878) at its fastest level; `nil` when memory is short.
///
/// Level 1, because a fleet has more verdicts to write than disk to save (our own default).
public func pack(_ bytes: [UInt8]) -> [UInt8]? {
  var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
  let count = output.withUnsafeMutableBytes { room in
    bytes.withUnsafeBytes { input in
      ZSTD_compress(room.baseAddress, room.count, input.baseAddress, input.count, 1)
    }
  }
  guard ZSTD_isError(count) == 0 else { return nil }
  return Array(output.prefix(count))
}

/// The bytes that `pack` made smaller; `nil` unless there are exactly `count` of them.
public func unpack(_ bytes: [UInt8], count: Int) -> [UInt8]? {
  // A damaged size must not ask for more memory than any content of ours has.
  guard (0...(1 << 31)).contains(count) else { return nil }
  var output = [UInt8](repeating: 0, count: count)
  let read = output.withUnsafeMutableBytes { room in
    bytes.withUnsafeBytes { input in
      ZSTD_decompress(room.baseAddress, room.count, input.baseAddress, input.count)
    }
  }
  return read == count ? output : nil
}
