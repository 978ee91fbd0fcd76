/// The name in `names` that is most likely meant by a misspelt `name`; `nil` when none is near.
///
/// Near is at most a third of the letters changed, added or left out. Our own default.
func nearestName(to name: String, among names: [String]) -> String? {
  let best = names.map { (name: $0, distance: editDistance(name, $0)) }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
  guard let best, best.distance <= max(1, name.utf8.count / 3) else { return nil }
  return best.name
}

/// The least number of letters to change, add or leave out (Levenshtein).
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  var previous = Array(0...b.count)
  for (row, letter) in a.enumerated() {
    var current = [row + 1]
    for (column, other) in b.enumerated() {
      let change = previous[column] + (letter == other ? 0 : 1)
      current.append(min(change, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
