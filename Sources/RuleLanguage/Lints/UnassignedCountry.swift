import Maritime
import StrictYAML

extension Lint {
  static let unassignedCountry = Lint(
    "W35", id: "unassigned-country",
    summary: "A country code should be assigned.",
    rationale: """
      Two letters that ISO 3166-1 has not assigned are a typing mistake, such as `UK` for `GB`: \
      no fact has them, so the clause never holds.
      """,
    bad: """
      unless: [vessel.flag == UK]
      """,
    good: """
      unless: [vessel.flag == GB]
      """
  ) { rule, _ in
    let asked = rule.rule.condition.clauses.flatMap { clause in
      clause.countries.filter(isUnassigned).map { finding($0.code, at: clause.span) }
    }
    return asked
      + rule.cases.compactMap { node, document in
        guard let flag = node["vessel"]?["flag"], let text = flag.text,
          let country = CountryCode(text), isUnassigned(country)
        else { return nil }
        return finding(text, at: flag.span, in: document.file)
      }
  }

  private static func isUnassigned(_ country: CountryCode) -> Bool {
    CountryTable.shipped.name(of: country) == nil
  }

  private static func finding(
    _ code: String, at span: SourceSpan, in file: String? = nil
  ) -> LintFinding {
    let meant = CountryTable.shipped.country(named: code)
    return LintFinding(
      "`\(code)` is assigned to no country", at: span, in: file,
      help: meant.map { "did you mean `\($0)`?" })
  }
}

extension Clause {
  fileprivate var countries: [CountryCode] {
    let values: [FactValue] =
      switch form {
      case .oneOf(_, let members): members
      default: expressions.compactMap { if case .literal(let value) = $0 { value } else { nil } }
      }
    return values.compactMap { if case .country(let country) = $0 { country } else { nil } }
  }
}
