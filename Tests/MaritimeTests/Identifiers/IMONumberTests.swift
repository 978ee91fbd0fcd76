import Maritime
import Testing

struct IMONumberTests {
  @Test(arguments: [
    ("9074729", true),
    ("IMO 9074729", true),
    ("IMO9074729", true),
    ("9358010", true),
    ("9074728", false),  // wrong check digit
    ("9074792", false),  // two digits swapped
    ("907472", false),
    ("90747290", false),
    ("0000000", false),
    ("imo 9074729", false),
    (" 9074729", true),
    ("  9074729", false),
    ("9074729 ", false),
    ("٩٠٧٤٧٢٩", false),  // digits of another script
    ("-907472", false),
    ("", false),
  ])
  func acceptsOnlyValidNumbers(_ text: String, isValid: Bool) {
    #expect((IMONumber(text) != nil) == isValid)
  }

  @Test(arguments: [(9_074_729, true), (9_074_728, false), (0, false), (-9_074_729, false)])
  func acceptsOnlyValidIntegers(_ value: Int, isValid: Bool) {
    #expect((IMONumber(value) != nil) == isValid)
  }

  @Test func findsEveryWrongDigit() {
    let digits = Array("9074729".utf8)
    for index in digits.indices {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[index] {
        var wrong = digits
        wrong[index] = digit
        let isCaught = IMONumber(String(decoding: wrong, as: UTF8.self)) == nil
        // The weights 5 and 2 let some errors through modulo 10, as the IMO's scheme does.
        if [0, 4, 6].contains(index) { #expect(isCaught, "position \(index), digit \(digit)") }
      }
    }
  }

  @Test func printsSevenDigitsAndSortsByThem() throws {
    let (a, b) = (try #require(IMONumber("IMO 7389704")), try #require(IMONumber(9_358_010)))
    #expect(a.description == "7389704")
    #expect(a < b)
  }
}
