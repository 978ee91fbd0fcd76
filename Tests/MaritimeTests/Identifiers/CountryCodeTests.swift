import Maritime
import Testing

@Test(
  arguments: [
    ("KP", "KP"), ("kp", "KP"), ("Kp", "KP"), ("K", nil), ("KPK", nil), ("K1", nil), ("ÅL", nil),
    ("", nil),
  ] as [(String, String?)])
func readsTwoLettersAsACountryCode(_ text: String, code: String?) {
  #expect(CountryCode(text)?.code == code)
}
