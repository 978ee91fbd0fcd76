import InputFiles
import Maritime
import RuleLanguage

/// Rules of five clauses, from a table of their literals.
struct FlatRules {
  let rules: [CompiledRule]

  /// Reads rows of `gap_h,port_country,types,dwt,flag`, with `|` between the types.
  init(path: String) throws {
    let compiler = RuleCompiler(
      catalog: FlatFacts.catalog, gazetteer: Gazetteer(ports: [], zones: []))
    let rows = delimitedRows(in: try InputFile.readAll(path: path, limit: 1 << 20))
    rules = rows.dropFirst().enumerated().map { index, row in
      let compilation = compiler.compile(
        Array(Self.text(row.fields, index).utf8), file: "rule-\(index).yaml")
      guard let rule = compilation.rule else {
        preconditionFailure("\(compilation.diagnostics)")
      }
      return rule
    }
  }

  private static func text(_ row: [String], _ index: Int) -> String {
    """
    kind: rule
    language: 1
    id: flat-\(index)
    title: A rule of five clauses
    status: stable
    severity: low
    match:
      fact: transit
      where:
        - gap_h > \(row[0])h
        - port_country == \(row[1])
        - vessel_type in [\(row[2].replacing("|", with: ", "))]
        - dwt >= \(row[3])t
        - flag != \(row[4])

    """
  }
}
