/// The results of `work` for 0 up to `count`, in order, worked out by `threads` tasks.
///
/// Tasks take slices in turn, so that one long item does not hold up the others.
func inParallel<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  let slice = max(1, count / (threads * 16))
  let starts = Array(stride(from: 0, to: count, by: slice))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func start() {
      guard next < starts.count else { return }
      let (order, range) = (next, starts[next]..<min(starts[next] + slice, count))
      group.addTask { (order, range.map(work)) }
      next += 1
    }
    for _ in 0..<threads { start() }
    var results: [[Result]] = Array(repeating: [], count: starts.count)
    while let (order, values) = await group.next() {
      results[order] = values
      start()
    }
    return results.flatMap(\.self)
  }
}

/// Gives the results of `work` for 0 up to `count` to `take`, in order and as they come.
///
/// While one is waited for, `threads` tasks work on the next; of those that are done before their
/// turn only a few wait in memory.
func inOrder<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result,
  _ take: (Result) throws -> Void
) async throws {
  var given = 0
  try await inOrder(
    threads: threads,
    next: { () -> Int? in
      guard given < count else { return nil }
      given += 1
      return given - 1
    }, work, take)
}

/// Gives the results of `work` on what `next` brings to `take`, in order and as they come.
///
/// While one is waited for, `threads` tasks work on the next; of those that are done before their
/// turn only a few wait in memory.
func inOrder<Input: Sendable, Result: Sendable>(
  threads: Int, next: () throws -> Input?, _ work: @escaping @Sendable (Input) throws -> Result,
  _ take: (Result) throws -> Void
) async throws {
  let most = threads * 4
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var (started, running, taken, isOver) = (0, 0, 0, false)
    while !isOver || taken < started {
      while !isOver, running < threads, started - taken < most {
        guard let input = try next() else {
          isOver = true
          break
        }
        let order = started
        group.addTask { (order, try work(input)) }
        started += 1
        running += 1
      }
      if let (order, result) = try await group.next() {
        waiting[order] = result
        running -= 1
      }
      while let result = waiting.removeValue(forKey: taken) {
        try take(result)
        taken += 1
      }
    }
  }
}
