import TestSupport
import Testing

@testable import RuleLanguage

struct BitsTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func agreesWithSetsOfRows(_ count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let (a, setA) = sample(count, &random)
    let (b, setB) = sample(count, &random)
    var union = a
    union.formUnion(b)
    var difference = a
    difference.formSymmetricDifference(b)
    var kept = a
    kept.formIntersection(b, orNot: a)
    #expect(rows(union) == setA.union(setB))
    #expect(rows(difference) == setA.symmetricDifference(setB))
    #expect(rows(kept) == setA.intersection(setB))
    #expect(rows(a.intersection(b)) == setA.intersection(setB))
    #expect(rows(a.subtracting(b)) == setA.subtracting(setB))
    #expect(rows(a.complement) == Set(0..<count).subtracting(setA))
    #expect(a.cardinality == setA.count && a.isEmpty == setA.isEmpty)
    #expect(Bits(count: count, filled: true).cardinality == count)
  }

  @Test func placesAtWholeWords() {
    var all = Bits(count: 200)
    all.place(Bits(count: 10, filled: true), at: 128)
    #expect(rows(all) == Set(128..<138))
  }

  private func sample(_ count: Int, _ random: inout SeededGenerator) -> (Bits, Set<Int>) {
    var bits = Bits(count: count)
    for row in 0..<count { bits[row] = Bool.random(using: &random) }
    return (bits, rows(bits))
  }

  private func rows(_ bits: Bits) -> Set<Int> {
    var found: Set<Int> = []
    bits.forEach { found.insert($0) }
    return found
  }
}
