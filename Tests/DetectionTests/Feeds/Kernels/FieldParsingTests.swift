import Testing

@testable import Detection

struct FieldParsingTests {
  private func scaled(_ text: String, digits: Int) -> Int64? {
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap {
        FieldBytes(base: $0, count: buffer.count).scaled(digits: digits)
      }
    }
  }

  @Test(
    arguments: [
      ("12.35", 1, 124), ("-12.35", 1, -124), ("+7", 3, 7000), (".5", 0, 1), ("5.", 1, 50),
      ("1e2", 1, 1000), ("1735689600000", 0, 1_735_689_600_000),
      ("922337203685477579", 0, 922_337_203_685_477_579),
    ] as [(String, Int, Int64)])
  func readsDecimals(_ text: String, digits: Int, number: Int64) {
    #expect(scaled(text, digits: digits) == number)
  }

  /// A number that cannot be held is no number; it must not end the program.
  @Test(
    arguments: [
      "", "-", ".", "x", "999999999999", "9223372036854775807", "9223372036854775807.9",
      "999999999999999999999999", "-99999999999.9", "1e300", "nan", "1234567890123456789012345",
    ])
  func readsNothingElse(_ text: String) {
    #expect(scaled(text, digits: 9) == nil)
  }
}
