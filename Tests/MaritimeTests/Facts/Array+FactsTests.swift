import Maritime
import TestSupport
import Testing

struct ArrayOfFactsTests {
  @Test func sortsLikeTheOperator() {
    var random = SeededGenerator(seed: 3)
    let facts = (0..<300).map { _ in
      let vessel = sampleVessel(mmsi: 273_000_001 + UInt32.random(in: 0...2, using: &random))
      let day = Int.random(in: 10...14, using: &random)
      let end =
        Bool.random(using: &random) ? "2026-02-0\(Int.random(in: 1...2, using: &random))" : nil
      return Fact.sampleGap(
        of: vessel, from: "2026-01-\(day)", to: end,
        reception: Double.random(in: 0...1, using: &random))
    }
    #expect(facts.inFileOrder() == facts.sorted())
    #expect(facts.inFileOrder().inFileOrder() == facts.sorted())
    #expect(facts.sortedIDs == facts.map(\.id).sorted())
    #expect([Fact]().inFileOrder().isEmpty && [Fact]().sortedIDs.isEmpty)
  }
}
