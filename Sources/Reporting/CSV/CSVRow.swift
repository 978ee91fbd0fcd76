/// A row of a CSV file as RFC 4180 has it, with its line end.
///
/// A spreadsheet runs a field that begins like a formula, so such text gets an apostrophe in front.
/// Source: OWASP, CSV Injection.
public func csvRow(_ fields: [String]) -> String {
  fields.map { quotedForCSV(withoutFormula($0)) }.joined(separator: ",") + "\r\n"
}

private func withoutFormula(_ field: String) -> String {
  guard let first = field.utf8.first, Array("=+-@\t\r".utf8).contains(first) else { return field }
  return "'" + field
}

private func quotedForCSV(_ field: String) -> String {
  let mustQuote = field.utf8.contains { Array(",\"\r\n".utf8).contains($0) }
  guard mustQuote else { return field }
  return "\"" + field.replacing("\"", with: "\"\"") + "\""
}
