import Maritime
import StrictYAML

extension RuleCompiler {
  /// The reference of the language as Markdown, made from the declarations that the readers use.
  public var reference: String {
    let parts = [
      Self.introduction, documents, operators, clauses, values, facts, problems,
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # The reference of the rule language

    `pratique rules doc` writes this page from the tables by which rules are read, so it is never
    behind them. [rule-language.md](rule-language.md) explains the language,
    [editors.md](editors.md) says how an editor can know all this, and
    [lints](lints) has a page for each lint.
    """

  private var documents: String {
    let roots = KeyTable.documents.map(\.names)
    let inner = KeyTable.all.filter { table in
      !roots.contains(table.names) && !isOperator(table)
    }
    return "## Documents\n\n" + KeyTable.documents.map(section).joined(separator: "\n\n")
      + "\n\n## Mappings in documents\n\n" + inner.map(section).joined(separator: "\n\n")
  }

  private func isOperator(_ table: KeyTable) -> Bool {
    Operator.all.contains { $0.value.table(having: [])?.names == table.names }
  }

  private func section(_ table: KeyTable) -> String {
    "### `\(table.place)`\n\n\(table.summary)\n\n" + rows(table)
  }

  private func rows(_ table: KeyTable) -> String {
    let rows = table.keys.map { key in
      "| `\(key.name)`\(key.isRequired ? " (required)" : "") | \(key.kind.words) "
        + "| \(key.summary) | `\(key.example)` |"
    }
    return (["| key | holds | meaning | example |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  private var operators: String {
    let sections = Operator.all.map { candidate in
      let beside = candidate.beside.map { "\n\nBeside it stands `\($0.name)`: \($0.summary)" }
      let table = candidate.value.table(having: []).map { "\n\n" + rows($0) }
      let shape = "\n\nHolds \(candidate.value.words)."
      return "### `\(candidate.name)`\n\n\(candidate.summary)" + (beside ?? "")
        + (table ?? shape)
    }
    return "## Operators\n\n" + sections.joined(separator: "\n\n")
  }

  private var clauses: String {
    let forms = ClauseForm.all.map { "| `\($0.pattern)` | \($0.summary) | `\($0.example)` |" }
    let functions = ClauseFunction.allCases.map {
      "| `\($0.rawValue)` | \($0.summary) | `\($0.example)` |"
    }
    return
      (["## Clauses", "", "| form | meaning | example |", "|---|---|---|"] + forms
      + ["", "### Functions", "", "| function | meaning | example |", "|---|---|---|"]
      + functions).joined(separator: "\n")
  }
}

extension RuleCompiler {
  private var values: String {
    let units = Dimension.allCases.map { dimension in
      let symbols = dimension.units.map(\.symbol).filter { !$0.isEmpty }.map { "`\($0)`" }
      return "| \(dimension.sentenceName) | \(symbols.joined(separator: " ")) "
        + "| `\(dimension.example)` |"
    }
    return
      (["## Units", "", "| amount | units | example |", "|---|---|---|"] + units)
      .joined(separator: "\n")
  }

  private var facts: String {
    let common = "### Every fact\n\n" + rows(FactCatalog.commonFields)
    let vessel = "### The vessel (`vessel.…`)\n\n" + rows(vocabulary.stateFields)
    let kinds = vocabulary.catalog.kinds.map { kind in
      "### `\(kind.name)`\n\n\(kind.summary)\n\n" + rows(kind.fields)
    }
    return "## Facts\n\n" + ([vessel, common] + kinds).joined(separator: "\n\n")
  }

  private func rows(_ fields: [FieldDeclaration]) -> String {
    guard !fields.isEmpty else { return "No fields of its own." }
    let rows = fields.map { field in
      let words =
        if case .word(let words) = field.type {
          ": " + words.map { "`\($0)`" }.joined(separator: " ")
        } else {
          ""
        }
      return "| `\(field.name)` | \(ValueType.field(field.type).description)\(words)"
        + "\(field.isOptional ? ", may be missing" : "") | \(field.summary) |"
    }
    return (["| field | holds | meaning |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private var problems: String {
    let rows = ProblemDescription.all.map { "| \($0.code) | `\($0.id)` |" }
    return (["## Problems", "", "| code | name |", "|---|---|"] + rows).joined(separator: "\n")
  }
}

extension ValueKind {
  /// The kind in the reference page.
  var words: String {
    switch self {
    case .text: "text"
    case .template: "a sentence with `{name.field}` in it"
    case .kebabCase: "a name in kebab case"
    case .newName: "a name in snake case"
    case .knownName: "a name that `as` gives"
    case .words(let words): words.map { "`\($0)`" }.joined(separator: " ")
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .points: "a number from 0 to 100, with at most one decimal"
    case .amount(let dimension): dimension.sentenceName
    case .range(let dimension): "a range: \(dimension.sentenceName) `..` another"
    case .deviation: "a number with `mad` or `x`"
    case .time: "a time"
    case .imoNumber: "an IMO number"
    case .mmsi: "an MMSI"
    case .factKind: "a kind of fact"
    case .field: "a field"
    case .path: "a name and a field"
    case .expression: "a value, which may refer to names"
    case .clause: "a clause"
    case .clauses: "a list of clauses"
    case .operators: "operators"
    case .condition: "operators, or a clause about the vessel"
    case .conditions: "a list of operators, or of clauses about the vessel"
    case .testVessel: "the vessel's own fields"
    case .testFact: "a fact: its kind and its fields"
    case .fieldValue: "the value of a field"
    case .mapping(let table): "a mapping: `\(table.place)`"
    case .table(let inner): "names of your own, each with \(inner.words)"
    case .list(let inner): "a list of \(inner.words)"
    case .either(let kinds): kinds.map(\.words).joined(separator: ", or ")
    }
  }
}
