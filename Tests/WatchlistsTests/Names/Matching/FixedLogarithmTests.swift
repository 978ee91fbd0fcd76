import Foundation
import Testing

@testable import Watchlists

struct FixedLogarithmTests {
  @Test func isTheLogarithmInThousandths() {
    for number in Array(1...3000) + [65_535, 1_000_000, 123_456_789, Int.max] {
      let exact = log(Double(number)) * 1000
      let fixed = Double(thousandthsOfLogarithm(number))
      #expect(fixed <= exact + 0.01 && exact - fixed < 1.1, "\(number): \(fixed) \(exact)")
    }
  }
}
