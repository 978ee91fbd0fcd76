import TestSupport
import Testing

@testable import RuleLanguage

struct BorderBitsTests {
  @Test(arguments: [0, 1, 2, 5, 40])
  func agreesWithAComparisonOfEachRow(_ borderCount: Int) {
    var random = SeededGenerator(seed: UInt64(borderCount))
    for count in [0, 1, 63, 64, 65, 1000] {
      let edges: [Int64] = [.min, .max]
      let borders = Set(
        (0..<borderCount).map { index in
          index < 2 ? edges[index] : Int64.random(in: -20...20, using: &random)
        }
      ).sorted()
      let values = (0..<count).map { row in
        row % 9 == 0 ? edges[row / 9 % 2] : Int64.random(in: -22...22, using: &random)
      }
      var known = Bits(count: count)
      for row in 0..<count { known[row] = Bool.random(using: &random) }
      let found = borderBits(borders, values: values, known: known)
      #expect(found.count == borders.count)
      for (border, bits) in zip(borders, found) {
        for row in 0..<count where bits[row] != (known[row] && values[row] >= border) {
          Issue.record("row \(row) with \(values[row]) at border \(border)")
        }
      }
    }
  }
}
