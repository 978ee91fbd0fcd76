import Maritime
import TestSupport
import Testing

@testable import Detection

@Suite struct MessageBitsTests {
  @Test func readsWhatWasAppendedAnywhere() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      var bits = MessageBits()
      var plain: [Bool] = []
      while plain.count < 440 {
        let width = Int.random(in: 0...48, using: &random)
        let value = UInt64.random(in: 0..<1 << 48, using: &random) & (1 << UInt64(width) - 1)
        bits.append(value, count: width)
        plain += (0..<width).reversed().map { value >> UInt64($0) & 1 == 1 }
      }
      let start = Int.random(in: 0..<400, using: &random)
      let width = Int.random(in: 1...32, using: &random)
      let expected = plain[start..<start + width].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
      #expect(bits.count == plain.count)
      #expect(bits.unsigned(start, width) == expected)
      let isNegative = plain[start]
      #expect(bits.signed(start, width) == (isNegative ? expected - 1 << width : expected))
    }
  }

  @Test func countsBeyondWhatItKeeps() {
    var bits = MessageBits()
    for _ in 0..<30 { bits.append(0x3F, count: 48) }
    #expect(bits.count == 1440)
    var both = bits
    both.append(bits)
    #expect(both.count == 2880)
    #expect(both.unsigned(0, 32) == 0)
    #expect(both.unsigned(474, 6) == 0x3F)
  }

  /// Found by damaging logs: the fill bits of such a message lie beyond what is kept.
  @Test(arguments: [85, 86, 90, 200])
  func takesBackFillBitsBeyondWhatItKeeps(_ characters: Int) {
    var bits = MessageBits()
    for _ in 0..<characters { bits.append(0b111111, count: 6) }
    bits.removeLast(5)
    #expect(bits.count == characters * 6 - 5)
    #expect(bits.unsigned(504, 6) == (characters < 86 ? 0b100000 : 0b111111))
  }

  @Test func takesBackFillBits() {
    var bits = MessageBits()
    bits.append(0b111111, count: 6)
    bits.removeLast(4)
    #expect(bits.count == 2)
    #expect(bits.unsigned(0, 6) == 0b110000)
    bits.removeLast(5)
    #expect(bits.count == 0)
  }
}
