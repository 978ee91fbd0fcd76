import TestSupport
import Testing

@testable import Detection

struct EightBytesTests {
  /// The number of a field with other bytes around it, as feeds have them, the fast and the plain
  /// way.
  private func numbers(_ text: String, digits: Int) -> (fast: Int64?, plain: Int64?) {
    let bytes = Array(("9" + text + ",7.25,1234567890123456").utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return (nil, nil) }
      let field = FieldBytes(base: base + 1, count: text.utf8.count)
      return (field.plainNumber(digits: digits), field.scaled(digits: digits))
    }
  }

  @Test(
    arguments: [
      ("12.3", 1, 123), ("0.5", 1, 5), ("360", 1, 3600), ("-5.25", 7, -52_500_000),
      ("38.71670", 7, 387_167_000), ("-122.12345", 7, -1_221_234_500), ("12.25", 1, 123),
      ("55.1234567", 7, 551_234_567),
    ] as [(String, Int, Int64)])
  func readsTheNumbersOfFeeds(_ text: String, _ digits: Int, _ number: Int64) {
    #expect(numbers(text, digits: digits).fast == number)
  }

  /// What the fast way reads it reads as the plain one does; the rest it leaves to that.
  @Test func agreesWithThePlainWay() {
    var generator = SeededGenerator(seed: 31)
    let letters = Array("0123456789012345678901234567890123456789..-+ e")
    for index in 0..<40_000 {
      let limit = [10, 100, 1000, 10_000_000][index % 4]
      let whole = Int.random(in: 0..<limit, using: &generator)
      let places = Int.random(in: 0...8, using: &generator)
      let fraction = (0..<places).map { _ in String(Int.random(in: 0...9, using: &generator)) }
      var text = "\(index % 3 == 0 ? "-" : "")\(whole)\(places > 0 ? "." : "")\(fraction.joined())"
      if index % 5 == 0 {
        let count = Int.random(in: 0...12, using: &generator)
        text = String((0..<count).compactMap { _ in letters.randomElement(using: &generator) })
      }
      for digits in [0, 1, 7] {
        let (fast, plain) = numbers(text, digits: digits)
        if let fast { #expect(fast == plain, "'\(text)' to \(digits) digits") }
      }
    }
  }
}
