import TestSupport
import Testing

@testable import RuleLanguage

struct TruthsTests {
  /// Kleene's tables, one row for each pair of truths.
  @Test(arguments: [true, false])
  func narrowsLikeAConjunction(_ isNegated: Bool) {
    let pairs = [Truth.no, .unknown, .yes].flatMap { a in
      [Truth.no, .unknown, .yes].map { (a, $0) }
    }
    var truths = Truths(bits(pairs) { $0.0 == .yes })
    truths.possible = bits(pairs) { $0.0 != .no }
    truths.narrow(
      by: bits(pairs) { $0.1 == .yes }, known: bits(pairs) { $0.1 != .unknown },
      isNegated: isNegated)
    for (row, (a, b)) in pairs.enumerated() {
      let expected = min(a, isNegated ? !b : b)
      #expect(truths.yes[row] == (expected == .yes) && truths.possible[row] == (expected != .no))
    }
  }

  @Test func narrowsTheSameWhenAllIsKnown() {
    var random = SeededGenerator(seed: 5)
    let rows = (0..<130).map { _ in Bool.random(using: &random) }
    let holds = bits(rows) { $0 }
    let all = Bits(count: rows.count, filled: true)
    for isNegated in [true, false] {
      var (a, b) = (Truths(all), Truths(all))
      a.narrow(by: holds, known: nil, isNegated: isNegated)
      b.narrow(by: holds, known: all, isNegated: isNegated)
      #expect(a == b)
    }
  }

  private func bits<Row>(_ rows: [Row], where holds: (Row) -> Bool) -> Bits {
    var bits = Bits(count: rows.count)
    for (index, row) in rows.enumerated() { bits[index] = holds(row) }
    return bits
  }
}
