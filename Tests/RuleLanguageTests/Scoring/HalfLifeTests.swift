import Foundation
import Testing

@testable import RuleLanguage

struct HalfLifeTests {
  private static let year: Int64 = 365 * 86_400_000

  @Test func rootsAreThePowersOfTwo() {
    for (index, root) in HalfLife.roots.enumerated() {
      let exact = pow(2, -1 / pow(2, Double(index + 1))) * Double(HalfLife.whole)
      #expect(abs(Double(root) - exact) <= 1)
    }
  }

  @Test(arguments: [
    (-5, 1.0), (0, 1.0), (365, 0.5), (730, 0.25), (365 * 31, 4.656612873e-10), (365 * 32, 0.0),
    (100, 0.8270), (182, 0.7078),
  ])
  func leavesAShare(_ days: Int64, _ expected: Double) {
    let share = HalfLife.share(after: days * 86_400_000, halfLife: Self.year)
    #expect(abs(Double(share) / Double(HalfLife.whole) - expected) < 1e-4)
  }

  @Test func neverGrows() {
    let shares = (0..<4000).map { HalfLife.share(after: $0 * 43_200_000, halfLife: Self.year) }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func survivesTheLongestTimes() {
    #expect(HalfLife.share(after: .max, halfLife: .max) == HalfLife.whole / 2)
    #expect(HalfLife.share(after: .max - 1, halfLife: .max) > HalfLife.whole / 2)
    #expect(HalfLife.share(after: .max, halfLife: 1) == 0)
  }
}
