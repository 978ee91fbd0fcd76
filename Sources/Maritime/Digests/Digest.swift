import Crypto

/// A SHA-256 digest, shown as 64 hexadecimal digits.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Digests bytes.
  public init(of bytes: [UInt8]) { self.bytes = Array(SHA256.hash(data: bytes)) }

  init(_ digest: SHA256Digest) { bytes = Array(digest) }

  /// Digests the UTF-8 form of `text`.
  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// Digests parts of which none can run into the next.
  public init(ofParts parts: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.count * 32)
    for part in parts {
      bytes.append(UInt64(part.utf8.count), isNegative: false)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: part.utf8)
    }
    self.init(of: bytes)
  }

  /// All 64 hexadecimal digits, in lower case.
  public var description: String { prefix(bytes: bytes.count) }

  /// The first `count` bytes as hexadecimal digits.
  public func prefix(bytes count: Int) -> String {
    HexadecimalText.text(Array(bytes.prefix(count)))
  }
}
