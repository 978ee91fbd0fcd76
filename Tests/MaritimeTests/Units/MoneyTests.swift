import Maritime
import Testing

struct MoneyTests {
  @Test(arguments: [
    ("60USD", 6000, "60.00 USD"),
    ("1250.5 EUR", 125_050, "1250.50 EUR"),
    ("-0.05USD", -5, "-0.05 USD"),
    ("500JPY", 500, "500 JPY"),
    ("1.234 KWD", 1234, "1.234 KWD"),
  ])
  func readsAndShows(_ text: String, _ minor: Int64, _ shown: String) {
    #expect(Money(text)?.minor == minor)
    #expect(Money(text)?.description == shown)
    #expect(Money(shown) == Money(text))
  }

  @Test(arguments: [
    "60", "USD", "60XXY", "60usd", "60.123USD", "5.5JPY", "60.USD", "6.0.0USD", "-USD", "",
    "99999999999999999999USD", "٣USD",
  ])
  func refuses(_ text: String) { #expect(Money(text) == nil) }

  @Test func knowsTheCodesOfISO4217() {
    #expect(Currency.codes.count == 154)
    #expect(Currency("KPW")?.digits == 2)
    #expect(Currency("KRW")?.digits == 0)
    #expect(Currency("ABC") == nil)
  }
}
