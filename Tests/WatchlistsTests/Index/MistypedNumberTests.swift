import Maritime
import Testing

@testable import Watchlists

struct MistypedNumberTests {
  /// Every mistake leads back: without a valid number by what may be meant, else digit by digit.
  @Test func everyMistakeLeadsBack() throws {
    var (wrong, valid) = (0, 0)
    for value in stride(from: 9_000_000, to: 9_002_000, by: 1) {
      guard let number = IMONumber(value) else { continue }
      let digits = Array(String(value).utf8)
      for place in digits.indices {
        for digit in UInt8(48)...57 where digit != digits[place] && (place > 0 || digit != 48) {
          var changed = digits
          changed[place] = digit
          wrong += 1
          if let other = IMONumber(String(decoding: changed, as: UTF8.self)) {
            valid += 1
            #expect(differInOneDigit(number, other))
          } else {
            #expect(meantNumbers(String(decoding: changed, as: UTF8.self)).contains(number))
          }
        }
        guard place > 0, digits[place] != digits[place - 1] else { continue }
        var swapped = digits
        swapped.swapAt(place, place - 1)
        let text = String(decoding: swapped, as: UTF8.self)
        #expect(IMONumber(text) == nil)
        #expect(swapped.first == 48 || meantNumbers(text).contains(number))
      }
    }
    // Of 62 wrong digits one passes under each of the weights 6, 4 and 2, and four under 5.
    #expect(valid * 62 == wrong * 7)
  }

  @Test(arguments: ["9358010", "", "935801", "93580111", "93580x1"])
  func validNumbersAndOtherTextMeanNothingElse(_ text: String) {
    #expect(meantNumbers(text) == [])
  }

  @Test(arguments: [
    ("9074729", "9054729", true), ("9074729", "9074729", false),
    ("9074729", "9358010", false),
  ])
  func comparesValidNumbers(_ a: String, _ b: String, expected: Bool) throws {
    let (a, b) = (try #require(IMONumber(a)), try #require(IMONumber(b)))
    #expect(differInOneDigit(a, b) == expected)
  }
}
