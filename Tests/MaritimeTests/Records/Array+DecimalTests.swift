import TestSupport
import Testing

@testable import Maritime

struct ArrayDecimalTests {
  @Test func writesTheDigitsOfAnyNumber() {
    var numbers = SeededGenerator(seed: 5)
    let random = (0..<2000).map { _ -> UInt64 in
      let number = UInt64.random(in: 0...UInt64.max, using: &numbers)
      return number >> UInt64.random(in: 0...63, using: &numbers)
    }
    var edges: [UInt64] = [1]
    while edges.count < 20 { edges.append(edges[edges.count - 1] * 10) }
    let besides = edges.map { $0 - 1 } + [UInt64.max]
    for number in random + edges + besides {
      var bytes: [UInt8] = []
      bytes.appendDecimal(number)
      #expect(String(decoding: bytes, as: UTF8.self) == String(number))
    }
  }

  @Test(arguments: [(UInt64(7), 3, "007"), (1234, 2, "34"), (0, 4, "0000"), (12, 0, "")])
  func writesTheLastDigits(_ number: UInt64, _ count: Int, _ text: String) {
    var bytes: [UInt8] = []
    bytes.appendDigits(number, count: count)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [(0, "00"), (7, "07"), (59, "59"), (2026, "26")])
  func writesPairs(_ number: Int, _ text: String) {
    var bytes: [UInt8] = []
    bytes.appendPair(number)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}
