import Testing

@testable import Watchlists

struct EditDistanceKernelTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("angara", "angara", 0), ("angara", "angra", 1),
    ("angara", "angarra", 1), ("angara", "angora", 1), ("angara", "nagara", 1),
    ("angara", "nagora", 2), ("angara", "maria", 3), ("ab", "ba", 1), ("abc", "cba", 2),
  ])
  func countsChanges(_ a: String, _ b: String, changes: Int) {
    #expect(editDistance(Array(a.utf8), Array(b.utf8), limit: 2) == min(changes, 3))
    #expect(editDistance(Array(b.utf8), Array(a.utf8), limit: 2) == min(changes, 3))
    #expect(editDistance(Array(a.utf8), Array(b.utf8), limit: 1) == min(changes, 2))
  }

  /// Against the table that everybody draws, on short words of few letters, which meet often.
  @Test func agreesWithTheWholeTable() {
    var random = SplitMix(state: 11)
    for _ in 0..<20_000 {
      let (a, b) = (word(&random), word(&random))
      let expected = Self.wholeTable(a, b)
      for limit in 0...2 {
        #expect(editDistance(a, b, limit: limit) == min(expected, limit + 1), "\(a) \(b) \(limit)")
      }
    }
  }

  private func word(_ random: inout SplitMix) -> [UInt8] {
    (0..<Int.random(in: 0...7, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random)
    }
  }

  private static func wholeTable(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = max(i, j)
          continue
        }
        let same = a[i - 1] == b[j - 1]
        var least = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, table[i - 2][j - 2] + 1)
        }
        table[i][j] = least
      }
    }
    return table[a.count][b.count]
  }
}
