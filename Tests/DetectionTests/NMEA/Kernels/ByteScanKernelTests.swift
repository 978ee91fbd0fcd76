import TestSupport
import Testing

@testable import Detection

@Suite struct ByteScanKernelTests {
  @Test func findsAndSumsLikeThePlainVersion() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let length = Int.random(in: 0...60, using: &random)
      // Few different bytes, some a bit apart, so that hits and near misses are common.
      let bytes = (0..<length).map { _ in
        [0x2A, 0x2B, 0xAA, 0x00, 0x01, 0xFF].randomElement(using: &random) ?? UInt8(0)
      }
      let start = Int.random(in: 0...length, using: &random)
      let range = start..<Int.random(in: start...length, using: &random)
      for byte: UInt8 in [0x2A, 0x00, 0xFF] {
        #expect(
          firstIndex(of: byte, in: bytes.span, range) == bytes[range].firstIndex(of: byte))
      }
      let found = checksum(bytes.span, range)
      let star = bytes[range].firstIndex(of: UInt8(ascii: "*"))
      #expect(found?.star == star)
      #expect(found?.sum == star.map { bytes[range.lowerBound..<$0].reduce(0, ^) })
    }
  }
}
