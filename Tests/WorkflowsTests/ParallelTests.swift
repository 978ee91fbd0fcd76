import Testing

@testable import Workflows

struct ParallelTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 7])
  func givesResultsInOrder(_ threads: Int) async throws {
    var taken: [Int] = []
    try await inOrder(100, threads: threads, { $0 * 2 }, { taken.append($0) })
    #expect(taken == (0..<100).map { $0 * 2 })
    #expect(await inParallel(100, threads: threads) { $0 * 2 } == taken)
  }

  @Test func stopsWithTheFirstError() async {
    var taken = 0
    await #expect(throws: Stop.self) {
      try await inOrder(100, threads: 2, { $0 }) { index in
        if index == 3 { throw Stop() }
        taken += 1
      }
    }
    #expect(taken == 3)
  }

  @Test func takesNothingOfNothing() async throws {
    try await inOrder(0, threads: 2, { $0 }, { _ in Issue.record("nothing was asked for") })
  }
}
