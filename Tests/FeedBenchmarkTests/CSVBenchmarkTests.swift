import Foundation
import Testing

@testable import FeedBenchmark

struct CSVBenchmarkTests {
  @Test(
    arguments: [
      ("", []), ("a\nb\n", ["a\nb\n"]), ("a\nbb\nccc", ["a\nbb\n", "ccc"]),
      ("longer\nthan\n", ["longer\n", "than\n"]), ("without an end", ["without an end"]),
    ] as [(String, [String])])
  func cutsAtLineEnds(_ text: String, _ blocks: [String]) {
    let found = wholeLines(of: Data(text.utf8), upTo: 5)
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == blocks)
  }
}
