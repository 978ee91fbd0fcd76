import Testing

@testable import Maritime

struct EmbeddedFileTests {
  @Test func shipsOnlyRowsThatItCanRead() {
    let ports = PortTable.read(EmbeddedFile.ports.bytes, file: EmbeddedFile.ports.rawValue)
    #expect(ports.rejections == [])
    let zones = ZoneTable.read(EmbeddedFile.zones.bytes, file: EmbeddedFile.zones.rawValue)
    #expect(zones.rejections == [])
    let countries = CountryTable.read(
      countries: EmbeddedFile.countries.bytes,
      identificationDigits: EmbeddedFile.identificationDigits.bytes)
    #expect(countries.rejections == [])
  }

  @Test func shipsNoCountryOrDigitsTwice() {
    for file in [EmbeddedFile.countries, .identificationDigits] {
      let keys = delimitedRows(in: file.bytes).map { $0.fields[0] }
      #expect(Set(keys).count == keys.count, "\(file.rawValue)")
    }
  }

  @Test func assignsDigitsToCountriesThatItNames() {
    for row in delimitedRows(in: EmbeddedFile.identificationDigits.bytes).dropFirst() {
      let country = CountryCode(row.fields[1])
      #expect(country.flatMap { CountryTable.shipped.name(of: $0) } != nil, "\(row.fields)")
      #expect((200...799).contains(Int(row.fields[0]) ?? 0), "\(row.fields)")
    }
  }
}
