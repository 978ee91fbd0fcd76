/// The country that a file names; no name is no country, an unknown name is a problem.
func knownCountry(_ text: String?) throws(RowProblem) -> CountryCode? {
  guard let text, !text.isEmpty else { return nil }
  guard let country = CountryTable.shipped.country(named: text) else {
    throw RowProblem("unknown-country", "'\(text)' is not a country that we know")
  }
  return country
}

/// A radius in metres.
///
/// 500 km is wider than any port, so a larger number is metres by mistake. Our own default.
func knownRadius(_ kilometres: Double?, _ text: String) throws(RowProblem) -> Double {
  guard let kilometres, kilometres > 0, kilometres <= 500 else {
    throw RowProblem("bad-radius", "'\(text)' is not a radius in kilometres")
  }
  return kilometres * 1000
}

/// Whether the first byte that is not white space opens a JSON object.
func isJSON(_ bytes: [UInt8]) -> Bool {
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  return body.first { $0 > 0x20 } == UInt8(ascii: "{")
}

/// Text without the white space around it.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
