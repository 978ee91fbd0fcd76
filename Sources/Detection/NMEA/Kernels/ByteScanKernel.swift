/// The first index of `byte` in `range`, or `nil`; looks at eight bytes at a time.
func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
  bytes.withUnsafeBytes { raw in
    var index = range.lowerBound
    let pattern = UInt64(byte) &* everyByte
    while index + 8 <= range.upperBound {
      let difference = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
      // A byte borrows from its high bit here only when it is zero, or when one below it was.
      let zeros = (difference &- everyByte) & ~difference & everyHighBit
      if zeros != 0 { return index + UInt64(littleEndian: zeros).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      if raw[index] == byte { return index }
      index += 1
    }
    return nil
  }
}

/// The exclusive or of the bytes in `range`: the checksum of NMEA 0183.
func exclusiveOr(of bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8 {
  bytes.withUnsafeBytes { raw in
    var index = range.lowerBound
    var folded: UInt64 = 0
    while index + 8 <= range.upperBound {
      folded ^= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    folded ^= folded >> 32
    folded ^= folded >> 16
    folded ^= folded >> 8
    var result = UInt8(truncatingIfNeeded: folded)
    while index < range.upperBound {
      result ^= raw[index]
      index += 1
    }
    return result
  }
}

private let everyByte: UInt64 = 0x0101_0101_0101_0101
private let everyHighBit: UInt64 = 0x8080_8080_8080_8080
