import Maritime
import Testing

@testable import Watchlists

struct MistypedNumberTests {
  @Test func everyMistakeLeadsBack() throws {
    for value in stride(from: 9_000_000, to: 9_020_000, by: 1) {
      guard let number = IMONumber(value) else { continue }
      let digits = Array(String(value).utf8)
      for place in digits.indices {
        var changed = digits
        changed[place] = changed[place] == 57 ? 48 : changed[place] + 1
        expect(changed, leadsTo: number)
        guard place > 0, digits[place] != digits[place - 1] else { continue }
        changed = digits
        changed.swapAt(place, place - 1)
        expect(changed, leadsTo: number)
      }
    }
  }

  /// A mistake never makes another valid number, so it is never taken for another hull.
  private func expect(_ digits: [UInt8], leadsTo number: IMONumber) {
    let text = String(decoding: digits, as: UTF8.self)
    #expect(IMONumber(text) == nil)
    #expect(digits.first == 48 || meantNumbers(text).contains(number))
  }

  @Test(arguments: ["9358010", "", "935801", "93580111", "93580x1"])
  func validNumbersAndOtherTextMeanNothingElse(_ text: String) {
    #expect(meantNumbers(text) == [])
  }
}
