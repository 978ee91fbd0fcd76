/// The candidate that `name` was probably meant to be; `nil` when none is near.
///
/// Near means at most a third of the letters, and at most three, inserted, left out, changed or
/// swapped with a neighbour. Our own default.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let letters = Array(name.utf8.prefix(64))
  let limit = max(1, min(3, letters.count / 3))
  return candidates.map { (editDistance(letters, Array($0.utf8.prefix(64))), $0) }
    .filter { $0.0 <= limit }.min { $0 < $1 }?.1
}

/// The optimal string alignment distance: a swap of neighbours counts as one change.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
