import Crypto

/// A key that signs, by Ed25519 (RFC 8032).
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// Takes the 32 bytes of a key; `nil` for any other number of bytes.
  public init?(_ bytes: [UInt8]) {
    do {
      key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    } catch {
      return nil
    }
  }

  /// The key that tells whether a signature is of this one.
  public var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

  /// Signs bytes; `nil` when the library fails to.
  public func signature(of bytes: [UInt8]) -> Signature? {
    do {
      return Signature(Array(try key.signature(for: bytes)))
    } catch {
      return nil
    }
  }
}

/// A key that tells whether a signature is right.
public struct VerifyingKey: Sendable, CustomStringConvertible {
  private let key: Curve25519.Signing.PublicKey

  fileprivate init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

  /// Reads 64 hexadecimal digits; `nil` for any other text.
  public init?(hexadecimal text: String) {
    guard let bytes = HexadecimalText.bytes(text) else { return nil }
    do {
      key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    } catch {
      return nil
    }
  }

  /// Whether the key signed exactly these bytes.
  public func isRight(_ signature: Signature, for bytes: [UInt8]) -> Bool {
    key.isValidSignature(signature.bytes, for: bytes)
  }

  /// 64 hexadecimal digits.
  public var description: String { HexadecimalText.text(Array(key.rawRepresentation)) }
}

/// The 64 bytes of an Ed25519 signature.
public struct Signature: Hashable, Sendable, CustomStringConvertible {
  fileprivate let bytes: [UInt8]

  fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 128 hexadecimal digits; `nil` for any other text.
  public init?(hexadecimal text: String) {
    guard let bytes = HexadecimalText.bytes(text), bytes.count == 64 else { return nil }
    self.bytes = bytes
  }

  /// 128 hexadecimal digits.
  public var description: String { HexadecimalText.text(bytes) }
}

/// Bytes as hexadecimal digits, in lower case.
public enum HexadecimalText {
  /// The digits of bytes.
  public static func text(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The bytes of an even number of digits; `nil` for any other text.
  public static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { byte -> UInt8? in
      switch byte {
      case 48...57: byte - 48
      case 97...102: byte - 87
      default: nil
      }
    }
    guard digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).reduce(into: [UInt8]?.some([])) { found, at in
      guard let high = digits[at], let low = digits[at + 1] else { return found = nil }
      found?.append(high << 4 | low)
    }
  }
}
