import Crypto

extension Digest {
  /// Digests memory without copying it first.
  init(of memory: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: memory)
    self.init(hash.finalize())
  }
}

/// The first twelve bytes of the SHA-256 digest of some bytes, as hexadecimal digits.
///
/// Every fact has such an id: made of one string, rather than by way of three arrays.
func shortDigest(of bytes: [UInt8]) -> String {
  var hash = SHA256()
  bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  return hash.finalize().withUnsafeBytes { digest in
    String(unsafeUninitializedCapacity: 24) { text in
      for index in 0..<12 {
        text[index * 2] = hexadecimalDigit(digest[index] >> 4)
        text[index * 2 + 1] = hexadecimalDigit(digest[index] & 15)
      }
      return 24
    }
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
