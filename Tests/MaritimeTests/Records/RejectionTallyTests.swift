import Maritime
import TestSupport
import Testing

struct RejectionTallyTests {
  private let rejections = (1...40).map { index in
    Rejection(
      reason: ["bad-time", "bad-mmsi", "bad-position"][index % 3],
      file: ["a.csv", "b.csv"][index % 2], line: index)
  }

  @Test func countsAllAndKeepsTheFirstFew() {
    let tally = tally(rejections)
    #expect(tally.total == 40)
    #expect(tally.counts == ["bad-time": 13, "bad-mmsi": 14, "bad-position": 13])
    #expect(tally.examples.count == 3 * RejectionTally.examplesKept)
    #expect(tally.examples.first?.line == 2)
  }

  @Test func doesNotDependOnTheOrderOrTheParts() {
    var numbers = SeededGenerator(seed: 1)
    let whole = tally(rejections)
    for _ in 0..<50 {
      let shuffled = rejections.shuffled(using: &numbers)
      let cut = Int.random(in: 0...40, using: &numbers)
      var merged = tally(Array(shuffled[..<cut]))
      merged.merge(tally(Array(shuffled[cut...])))
      #expect(merged == whole)
    }
  }

  @Test func countsRowsWithoutExamples() {
    var tally = RejectionTally()
    tally.add("no-position", count: 7)
    tally.add("no-position", count: 0)
    tally.add("never", count: 0)
    #expect(tally.counts == ["no-position": 7])
    #expect(tally.examples.isEmpty)
  }

  private func tally(_ rejections: [Rejection]) -> RejectionTally {
    rejections.reduce(into: RejectionTally()) { $0.add($1) }
  }
}
