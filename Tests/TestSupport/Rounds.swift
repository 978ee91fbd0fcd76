import Foundation

/// How often a test with random cases repeats: `RANDOM_ROUNDS=20` makes it twenty times as long.
public func rounds(_ usual: Int) -> Int {
  let factor = ProcessInfo.processInfo.environment["RANDOM_ROUNDS"].flatMap { Int($0) } ?? 1
  return usual * max(factor, 1)
}
