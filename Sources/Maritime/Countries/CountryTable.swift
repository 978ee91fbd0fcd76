/// The names of countries, and the countries that maritime identification digits name.
public struct CountryTable: Sendable {
  private let names: [CountryCode: String]
  private let codes: [String: CountryCode]
  private let codesByDigits: [Int: CountryCode]

  /// Creates a table from two CSV files with the headers `country,alpha3,name,aliases` (aliases
  /// separated by `|`) and `mid,country,name`.
  ///
  /// A row that names no country is a rejection.
  static func read(
    countries: [UInt8], identificationDigits: [UInt8]
  ) -> (
    table: CountryTable, rejections: [Rejection]
  ) {
    let rows = delimitedRows(in: countries).dropFirst()
    let digitRows = delimitedRows(in: identificationDigits).dropFirst()
    let entries = rows.compactMap(CountryEntry.init)
    let digits = digitRows.compactMap(digitsEntry)
    let badRows = rows.filter { CountryEntry($0) == nil }.map { ($0, EmbeddedFile.countries) }
    let badDigits = digitRows.filter { digitsEntry($0) == nil }
      .map { ($0, EmbeddedFile.identificationDigits) }
    let rejections = (badRows + badDigits).map { row, file in
      Rejection(reason: "bad-country-row", file: file.rawValue, line: row.line)
    }
    return (CountryTable(entries, digits), rejections)
  }

  private init(_ entries: [CountryEntry], _ digits: [(Int, CountryCode)]) {
    names = Dictionary(entries.map { ($0.country, $0.name) }) { first, _ in first }
    // Codes and names win over aliases: an alias of one country may be the name of another.
    let firm = entries.flatMap { entry in
      [entry.country.code, entry.alpha3, entry.name].map { (folded($0), entry.country) }
    }
    let loose = entries.flatMap { entry in entry.aliases.map { (folded($0), entry.country) } }
    codes = Dictionary(firm + loose) { first, _ in first }
    codesByDigits = Dictionary(digits) { first, _ in first }
  }

  /// The country of a ship's maritime identification digits, the first three of an MMSI.
  ///
  /// Source: ITU table of maritime identification digits.
  public func country(ofIdentificationDigits digits: Int) -> CountryCode? { codesByDigits[digits] }

  /// The country with a name, an alias, or an ISO 3166-1 alpha-2 or alpha-3 code.
  ///
  /// Case, accents, spaces and punctuation do not matter.
  public func country(named text: some StringProtocol) -> CountryCode? { codes[folded(text)] }

  /// The English short name of a country; `nil` when the code is not assigned.
  public func name(of country: CountryCode) -> String? { names[country] }

  /// The countries, by code.
  public var countries: [CountryCode] { names.keys.sorted() }
}

extension CountryTable {
  /// The table that ships with the program.
  public static let shipped = read(
    countries: EmbeddedFile.countries.bytes,
    identificationDigits: EmbeddedFile.identificationDigits.bytes
  ).table
}

extension MMSI {
  /// The country or territory that assigned the number; `nil` when the digits name none.
  public var country: CountryCode? {
    identificationDigits.flatMap { CountryTable.shipped.country(ofIdentificationDigits: $0) }
  }
}

private struct CountryEntry {
  let country: CountryCode
  let alpha3: String
  let name: String
  let aliases: [String]

  init?(_ row: DelimitedRow) {
    guard row.fields.count >= 3, let country = CountryCode(row.fields[0]) else { return nil }
    self.country = country
    alpha3 = row.fields[1]
    name = row.fields[2]
    aliases = row.fields.count > 3 ? row.fields[3].split(separator: "|").map(String.init) : []
  }
}

private func digitsEntry(_ row: DelimitedRow) -> (Int, CountryCode)? {
  guard row.fields.count >= 2, let digits = Int(row.fields[0]),
    let country = CountryCode(row.fields[1])
  else { return nil }
  return (digits, country)
}
