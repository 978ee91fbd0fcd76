import Crypto

/// A code that shows that a message comes from somebody who knows a secret: HMAC-SHA256 (RFC 2104).
public struct MessageCode: Hashable, Sendable {
  /// The 32 bytes of the code.
  public let bytes: [UInt8]

  /// Makes the code of a message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - secret: What only the two sides know.
  public init(of message: [UInt8], secret: [UInt8]) {
    bytes = Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
  }
}
