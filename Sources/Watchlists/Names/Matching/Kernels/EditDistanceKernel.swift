/// How many letters must be added, left out, replaced or swapped with their neighbour to make one
/// word of another (optimal string alignment).
///
/// Stops when it is sure that there are more than `limit`, and returns `limit + 1` then.
///
/// - Complexity: O(*n*) when no change or one is allowed, else O(*nm*) in the lengths.
func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  let least = changesUpToOne(a, b)
  if least <= 1 || limit <= 1 { return min(least, limit + 1) }
  guard !a.isEmpty, !b.isEmpty else { return min(max(a.count, b.count), limit + 1) }
  let width = b.count + 1
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
    min(alignment(a, b, rows, width, limit), limit + 1)
  }
}

/// 0, 1, or 2 for two and more.
private func changesUpToOne(_ a: [UInt8], _ b: [UInt8]) -> Int {
  let shorter = min(a.count, b.count)
  var start = 0
  while start < shorter, a[start] == b[start] { start += 1 }
  var tail = 0
  while tail < shorter - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
  let (left, right) = (a.count - start - tail, b.count - start - tail)
  switch (left, right) {
  case (0, 0): return 0
  case (1, 1), (0, 1), (1, 0): return 1
  case (2, 2): return a[start] == b[start + 1] && a[start + 1] == b[start] ? 1 : 2
  default: return 2
  }
}

private func alignment(
  _ a: [UInt8], _ b: [UInt8], _ rows: UnsafeMutableBufferPointer<Int>, _ width: Int, _ limit: Int
) -> Int {
  for column in 0..<width { rows[column] = column }
  for i in 1...a.count {
    // Three rows in turn: this one, the last and the one before it.
    let (row, last, before) = ((i % 3) * width, ((i + 2) % 3) * width, ((i + 1) % 3) * width)
    rows[row] = i
    var best = i
    for j in 1..<width {
      let replaced = rows[last + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var least = min(rows[last + j] + 1, rows[row + j - 1] + 1, replaced)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        least = min(least, rows[before + j - 2] + 1)
      }
      rows[row + j] = least
      best = min(best, least)
    }
    if best > limit { return limit + 1 }
  }
  return rows[(a.count % 3) * width + width - 1]
}
