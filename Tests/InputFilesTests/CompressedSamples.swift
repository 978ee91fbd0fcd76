import CZlib
import CZstd

/// Compresses bytes as one gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + 1024))
  let count = input.count
  let room = output.count
  input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(count))
      (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(room))
      deflate(&stream, Z_FINISH)
    }
  }
  return Array(output.prefix(room - Int(stream.avail_out)))
}

/// Compresses bytes as one zstd frame.
func zstd(_ bytes: [UInt8]) -> [UInt8] {
  var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
  let count = ZSTD_compress(&output, output.count, bytes, bytes.count, 3)
  return Array(output.prefix(count))
}

/// Lines that do not compress to nothing, the same on every run.
func sampleLines(_ count: Int) -> [UInt8] {
  var state: UInt64 = 42
  let lines = (0..<count).map { index in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return "\(index),\(state)\n"
  }
  return Array(lines.joined().utf8)
}
