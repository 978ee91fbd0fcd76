import TestSupport
import Testing

@testable import InputFiles

@Test func countsAsTheStandardLibraryDoes() {
  var numbers = SeededGenerator(seed: 4)
  for length in Array(0...40) + [2039, 2040, 2041, 10_000] {
    // Bytes that differ from a line feed in one bit are where a trick with words goes wrong.
    let near: [UInt8] = [0x0A, 0x0B, 0x8A, 0x00, 0xFF]
    let mixed = (0..<length).map { _ in near[Int.random(in: 0..<near.count, using: &numbers)] }
    for bytes in [mixed, [UInt8](repeating: 0x0A, count: length)] {
      #expect(countLineFeeds(in: bytes) == bytes.count { $0 == 0x0A })
    }
  }
}
