import CZlib

/// Decompresses gzip (RFC 1952).
///
/// A class, because zlib keeps the address of its state.
final class GzipSource: ByteSource {
  private let raw: RawInput
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isBetweenMembers = false

  init(_ raw: RawInput) throws(InputFileError) {
    self.raw = raw
    stream.initialize(to: z_stream())
    // 15 is the largest window; 32 lets zlib expect a gzip or zlib header.
    let code = inflateInit2_(stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw corrupt("zlib error \(code)") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFileError) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: buffer.count)
    let room = stream.pointee.avail_out
    while stream.pointee.avail_out == room {
      guard try hasInput() else { return 0 }
      try step()
    }
    return Int(room - stream.pointee.avail_out)
  }

  /// Whether there is input; the file may end only where a member has ended.
  private func hasInput() throws(InputFileError) -> Bool {
    if stream.pointee.avail_in > 0 { return true }
    let count = try raw.read(into: input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    guard count > 0 || isBetweenMembers else {
      throw InputFileError(path: raw.path, problem: .truncated(bytesRead: raw.bytesRead))
    }
    return count > 0
  }

  private func step() throws(InputFileError) {
    if isBetweenMembers {
      inflateReset(stream)
      isBetweenMembers = false
    }
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetweenMembers = true
    case let code: throw corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "error \(code)")
    }
  }

  private func corrupt(_ reason: String) -> InputFileError {
    InputFileError(
      path: raw.path, problem: .corrupt(reason: reason, bytesRead: raw.bytesRead))
  }
}
