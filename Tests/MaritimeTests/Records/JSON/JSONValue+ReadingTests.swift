import Foundation
import Maritime
import TestSupport
import Testing

struct JSONValueReadingTests {
  @Test(arguments: [
    (" [ ] ", "[]"), ("\u{FEFF}1", "1"), (#""\u00e9\ud83d\ude00\/""#, "\"é😀/\""),
    ("-0.5e-2", "-0.005"), ("[1,\r\n2]", "[1,2]"), (#"{"b":1,"a":2}"#, #"{"b":1,"a":2}"#),
  ])
  func reads(_ text: String, _ written: String) throws {
    #expect(try JSONValue(reading: text).text == written)
  }

  @Test(arguments: [
    ("", 1, "the text ends where a value should be"),
    ("[1,\n]", 2, "a value is missing or misspelt"),
    ("[1 2]", 1, "a comma or ']' is missing"),
    (#"{"a":1 "b":2}"#, 1, "a comma or '}' is missing"),
    ("{\"a\":1,\n\n\"a\":2}", 3, "the key 'a' occurs twice"),
    ("{a:1}", 1, "a key in quotes is missing"),
    (#"{"a"}"#, 1, "a colon is missing after 'a'"),
    ("01", 1, "a number starts with 0"),
    ("1.", 1, "a number ends with a point"),
    ("1e", 1, "a number's exponent is missing"),
    ("1e999", 1, "a number is too large"),
    ("NaN", 1, "a value is missing or misspelt"),
    ("nul", 1, "'null' is misspelt"),
    ("\"a", 1, "a string is not closed"),
    ("\"a\u{1}\"", 1, "a control character in a string is not escaped"),
    (#""\x""#, 1, "a string has an unknown escape"),
    (#""\u12""#, 1, "four hexadecimal digits are missing after \\u"),
    (#""\ud800""#, 1, "half a surrogate pair is missing"),
    (#""\ud800\u0041""#, 1, "half a surrogate pair is missing"),
    ("1 2", 1, "something follows the end of the value"),
  ])
  func saysWhatIsWrongAndWhere(_ text: String, _ line: Int, _ message: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(reading: text) }
    #expect(error?.message == message)
    #expect(error?.line == line)
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(throws: JSONError.self) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
  }

  @Test func stopsBeforeTheStackDoes() throws {
    let depth = JSONValue.deepestNesting
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(throws: Never.self) { try JSONValue(reading: nested(depth)) }
    #expect(throws: JSONError.self) { try JSONValue(reading: nested(depth + 1)) }
    #expect(throws: JSONError.self) { try JSONValue(reading: nested(1_000_000)) }
  }

  @Test func agreesWithFoundation() throws {
    var numbers = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let value = randomValue(&numbers, depth: 4)
      #expect(try JSONValue(reading: value.text) == value)
      #expect(try JSONValue(reading: value.indentedText) == value)
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(value.text.utf8), options: .fragmentsAllowed)
      }
    }
  }

  private func randomValue(_ numbers: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &numbers) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &numbers))
    case 2:
      let number = Double(bitPattern: numbers.next())
      return .number(number.isFinite ? number : 0.5)
    case 3:
      let scalars = (0..<5).compactMap { _ in Unicode.Scalar(UInt32(numbers.next() % 0x3000)) }
      return .string(String(String.UnicodeScalarView(scalars)))
    case 4: return .array((0..<3).map { _ in randomValue(&numbers, depth: depth - 1) })
    default:
      return .object((0..<3).map { JSONMember("k\($0)", randomValue(&numbers, depth: depth - 1)) })
    }
  }
}
