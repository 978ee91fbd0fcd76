import Maritime
import StrictYAML

extension Lint {
  static let unknownLocode = Lint(
    "W36", id: "unknown-locode",
    summary: "A port in a file should be a UN/LOCODE or a port of the gazetteer.",
    rationale: """
      Rules and tests may only name ports of the gazetteer, which the compiler checks. A list of \
      ports or a table can name others; a code of two letters for a country and three for a \
      place is then the least that it needs. Source: UN/ECE Recommendation 16.
      """,
    bad: """
      # a group of ports with a code of no country
      kind: ports
      id: watched
      ports: [KPNAM, XXNAM]
      """,
    good: """
      kind: ports
      id: watched
      ports: [KPNAM, KPCHO]
      """,
    document: { document, library in
      guard document.kind == "ports" else { return [] }
      return document.values.compactMap { path, node in
        guard let key = path.last, ["port", "ports", "code", "locode"].contains(key),
          let text = node.text, !isLocode(text),
          library.vocabulary.gazetteer.port(text) == nil
        else { return nil }
        return LintFinding(
          "`\(text)` is neither a UN/LOCODE nor a port of the gazetteer", at: node.span)
      }
    })

  /// Two letters of a country, then three letters or digits from 2 to 9.
  private static func isLocode(_ text: String) -> Bool {
    let place = text.utf8.dropFirst(2)
    guard text.utf8.count == 5, let country = CountryCode(text.prefix(2)),
      CountryTable.shipped.name(of: country) != nil
    else { return false }
    return place.allSatisfy { (65...90).contains($0) || (50...57).contains($0) }
  }
}
