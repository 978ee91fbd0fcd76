import Maritime
import Testing

struct MMSITests {
  @Test(
    arguments: [
      ("273123456", 273_123_456),
      ("001234567", 1_234_567),
      ("1234567", 1_234_567),
      ("0", nil),
      ("000000000", nil),
      ("1000000000", nil),
      ("99999999999", nil),
      ("-12345678", nil),
      ("27312345x", nil),
      (" 273123456", nil),
      ("", nil),
    ] as [(String, UInt32?)])
  func readsUpToNineDigits(_ text: String, value: UInt32?) {
    #expect(MMSI(text)?.value == value)
  }

  @Test(
    arguments: [
      ("273123456", true, 273, "RU"),
      ("445000001", true, 445, "KP"),
      ("636012345", true, 636, "LR"),
      ("799123456", true, 799, nil),  // not assigned
      ("002731234", false, nil, nil),  // a coast station
      ("111273123", false, nil, nil),  // an aircraft
      ("982731234", false, nil, nil),  // a craft of a parent ship
      ("992731234", false, nil, nil),  // an aid to navigation
    ] as [(String, Bool, Int?, String?)])
  func namesTheCountryOfShipStationsOnly(
    _ text: String, isShip: Bool, digits: Int?, country: String?
  ) throws {
    let mmsi = try #require(MMSI(text))
    #expect(mmsi.isShipStation == isShip)
    #expect(mmsi.identificationDigits == digits)
    #expect(mmsi.country?.code == country)
  }

  @Test func printsNineDigits() {
    #expect(MMSI("1234567")?.description == "001234567")
  }
}
