import Crypto

/// A SHA-256 digest, shown as 64 hexadecimal digits.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// Digests bytes.
  public init(of bytes: [UInt8]) { self.bytes = Array(SHA256.hash(data: bytes)) }

  /// Digests the UTF-8 form of `text`.
  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// Digests parts of which none can run into the next.
  public init(ofParts parts: [String]) {
    self.init(of: parts.map { "\($0.utf8.count):\($0)" }.joined())
  }

  /// All 64 hexadecimal digits, in lower case.
  public var description: String { prefix(bytes: bytes.count) }

  /// The first `count` bytes as hexadecimal digits.
  public func prefix(bytes count: Int) -> String {
    HexadecimalText.text(Array(bytes.prefix(count)))
  }
}
