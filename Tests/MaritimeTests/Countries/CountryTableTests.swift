import Maritime
import Testing

struct CountryTableTests {
  @Test(
    arguments: [
      ("KP", "KP"), ("prk", "KP"), ("North Korea", "KP"), ("NORTH  KOREA", "KP"), ("usa", "US"),
      ("U.S.A.", "US"), ("Côte d'Ivoire", "CI"), ("cote divoire", "CI"), ("Türkiye", "TR"),
      ("Turkey", "TR"), ("Trinidad & Tobago", "TT"), ("Marshall Islands", "MH"), ("Atlantis", nil),
      ("", nil), ("XX", nil),
    ] as [(String, String?)])
  func findsACountryByAnyOfItsNames(_ text: String, code: String?) {
    #expect(CountryTable.shipped.country(named: text)?.code == code)
  }

  @Test(
    arguments: [(273, "RU"), (445, "KP"), (351, "PA"), (373, "PA"), (538, "MH"), (200, nil)]
      as [(Int, String?)])
  func knowsIdentificationDigits(_ digits: Int, code: String?) {
    #expect(CountryTable.shipped.country(ofIdentificationDigits: digits)?.code == code)
  }

  @Test func findsEveryCountryByItsOwnName() throws {
    let table = CountryTable.shipped
    for country in table.countries {
      let name = try #require(table.name(of: country))
      #expect(table.country(named: name) == country)
      #expect(table.country(named: country.code) == country)
    }
    #expect(table.countries.count >= 249)
  }
}
