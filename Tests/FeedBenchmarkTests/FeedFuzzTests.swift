import Foundation
import Testing

@testable import FeedBenchmark

/// Breaks every parser of feeds; `PRATIQUE_FUZZ=1000000` breaks each a million times.
struct FeedFuzzTests {
  private static let inputs =
    ProcessInfo.processInfo.environment["PRATIQUE_FUZZ"].flatMap { Int($0) } ?? 500

  @Test(arguments: FuzzTarget.all)
  func losesNoRow(_ target: FuzzTarget) {
    let found = FeedFuzz(inputs: Self.inputs, seed: 2).run(target)
    #expect(found.broken == [])
    // The damage must leave something to read, and damage something.
    #expect(found.records > 0)
    #expect(found.rejections > 0)
  }

  /// A row that vanished would be seen.
  @Test func seesALoss() {
    let careless = FuzzTarget(name: "careless", seeds: [Array("a".utf8)]) { _ in
      FuzzTarget.Outcome(records: 0, rejections: 0, isWhole: false)
    }
    #expect(FeedFuzz(inputs: 20, seed: 1).run(careless).broken.count == 10)
  }
}
