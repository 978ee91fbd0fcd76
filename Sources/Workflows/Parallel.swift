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
