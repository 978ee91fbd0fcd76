import CZstd

/// Decompresses zstd (RFC 8878).
///
/// A class, because it owns the library's state.
final class ZstdSource: ByteSource {
  private let raw: RawInput
  private let input = UnsafeMutableRawBufferPointer.allocate(
    byteCount: ZSTD_DStreamInSize(), alignment: 16)
  private let stream: OpaquePointer
  private var pending = ZSTD_inBuffer()
  private var isBetweenFrames = true

  init(_ raw: RawInput) throws(InputFileError) {
    self.raw = raw
    guard let stream = ZSTD_createDStream() else {
      input.deallocate()
      throw InputFileError(path: raw.path, problem: .readFailed(reason: "no memory is left"))
    }
    self.stream = stream
    pending.src = UnsafeRawPointer(input.baseAddress)
  }

  deinit {
    ZSTD_freeDStream(stream)
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFileError) -> Int {
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    while output.pos == 0 {
      let hadInput = try refill()
      if !hadInput, isBetweenFrames { return 0 }
      let code = ZSTD_decompressStream(stream, &output, &pending)
      if ZSTD_isError(code) != 0 { throw corrupt(String(cString: ZSTD_getErrorName(code))) }
      isBetweenFrames = code == 0
      // Without input, the library may still hand out what it has; nothing more means a cut file.
      if !hadInput, output.pos == 0, !isBetweenFrames {
        throw InputFileError(path: raw.path, problem: .truncated(bytesRead: raw.bytesRead))
      }
    }
    return output.pos
  }

  private func refill() throws(InputFileError) -> Bool {
    if pending.pos < pending.size { return true }
    pending.size = try raw.read(into: input)
    pending.pos = 0
    return pending.size > 0
  }

  private func corrupt(_ reason: String) -> InputFileError {
    InputFileError(
      path: raw.path, problem: .corrupt(reason: reason, bytesRead: raw.bytesRead))
  }
}
