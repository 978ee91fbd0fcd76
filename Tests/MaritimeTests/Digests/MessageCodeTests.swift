import Maritime
import Testing

struct MessageCodeTests {
  /// RFC 4231, sections 4.2 and 4.3.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0b, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
  ])
  func isThatOfTheStandard(_ secret: [UInt8], _ message: String, _ code: String) {
    let found = MessageCode(of: Array(message.utf8), secret: secret)
    #expect(HexadecimalText.text(found.bytes) == code)
  }
}
