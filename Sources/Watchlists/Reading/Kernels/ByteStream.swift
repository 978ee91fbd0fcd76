import Foundation

/// Bytes as a stream for Foundation's XML parser, which would copy them all to make one of its own.
final class ByteStream: InputStream {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    super.init(data: Data())
  }

  /// Copies the next bytes, `length` at most.
  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    let count = min(length, bytes.count - place)
    bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress, count > 0 else { return }
      buffer.update(from: start + place, count: count)
    }
    place += count
    return count
  }

  override var hasBytesAvailable: Bool { place < bytes.count }
}
