import Maritime
import StrictYAML

extension RuleReader {
  /// More rows or inputs than a reader can take in (our own default).
  private static let (maximumRows, maximumInputs) = (256, 8)

  /// Reads a document of kind `table` whose keys were checked.
  mutating func decisionTable(_ root: YAMLNode, id: String) -> DecisionTable? {
    let before = diagnostics.count
    if let hit = root["hit"] { _ = word(hit, among: ["unique"], key: "hit") }
    guard let of = root["of"], let subject = tableSubject(of, key: "of"),
      let inputs = tableInputs(root["inputs"], subject),
      let output = root["output"].flatMap({ tableOutput($0) }), let rows = root["rows"],
      let items = tableItems(rows)
    else { return nil }
    let drafts = items.map { tableRow($0, inputs, output) }
    let otherwise = root["otherwise"].flatMap { outputValue($0, output) }
    guard diagnostics.count == before else { return nil }
    let found = drafts.compactMap(\.self)
    checkRegions(found, inputs, root, items, hasRest: otherwise != nil)
    guard diagnostics.count == before else { return nil }
    return DecisionTable(
      id: id, subject: subject, inputs: inputs,
      output: output.type(of: found.map(\.value) + [otherwise].compactMap(\.self)), rows: found,
      otherwise: otherwise)
  }

  private mutating func tableInputs(
    _ node: YAMLNode?, _ subject: Scope.Subject
  ) -> [FieldDeclaration]? {
    guard let node else { return nil }
    guard let items = node.items, (1...Self.maximumInputs).contains(items.count) else {
      report(
        .wrongShape, "`inputs` is a list of 1 to \(Self.maximumInputs) fields", at: node.span)
      return nil
    }
    var fields: [FieldDeclaration] = []
    for item in items {
      guard let name = text(item, key: "inputs") else { return nil }
      guard let field = vocabulary.field(name, of: subject) else {
        let names = vocabulary.fields(of: subject).map(\.name)
        report(
          .unknownField, "unknown field `\(name)` of \(subject.sentenceName)", at: item.span,
          label: "not a field here", help: nameHelp(name, in: names))
        return nil
      }
      guard field.type.canDecideTables else {
        report(
          .wrongType, "a table cannot look at \(ValueType.field(field.type).description)",
          at: item.span,
          help: "words, countries, amounts, times and true or false can be told apart")
        return nil
      }
      fields.append(field)
    }
    return fields
  }

  private mutating func tableItems(_ node: YAMLNode) -> [YAMLNode]? {
    if let items = node.items, (1...Self.maximumRows).contains(items.count) { return items }
    report(.wrongShape, "`rows` is a list of 1 to \(Self.maximumRows) rows", at: node.span)
    return nil
  }

  private mutating func tableOutput(_ node: YAMLNode) -> TableOutput? {
    let names = ["word", "number"] + DecisionTable.outputDimensions
    guard let name = word(node, among: names, key: "output") else { return nil }
    switch name {
    case "word": return .word
    case "number": return .number
    default: return Dimension(rawValue: name).map(TableOutput.quantity)
    }
  }

  private mutating func tableRow(
    _ node: YAMLNode, _ inputs: [FieldDeclaration], _ output: TableOutput
  ) -> DecisionTable.Row? {
    guard checkKeys(of: node, .tableRow), let then = node["then"],
      let value = outputValue(then, output)
    else { return nil }
    let when = node["when"]
    if let when, !checkKeys(of: when, inputs.map(\.name), in: "when") { return nil }
    var cells: [DecisionTable.Cell] = []
    for field in inputs {
      guard let entry = when?[field.name] else {
        cells.append(.any)
        continue
      }
      guard let cell = tableCell(entry, field) else { return nil }
      cells.append(cell)
    }
    return DecisionTable.Row(cells: cells, value: value)
  }

  private mutating func outputValue(_ node: YAMLNode, _ output: TableOutput) -> FactValue? {
    guard let text = text(node, key: "then") else { return nil }
    switch output {
    case .word:
      if isSnakeCase(text) { return .word(text) }
      report(
        .invalidName, "`\(text)` is not in snake case", at: node.span,
        help: "use lower-case letters, digits and `_`, as clauses write words")
      return nil
    case .number:
      if case .success(.number(let millionths)) = QuantityLiteral.read(text) {
        return .quantity(Quantity(.ratio, steps: millionths))
      }
      report(.invalidNumber, "`\(text)` is not a number without a unit", at: node.span)
      return nil
    case .quantity(let dimension):
      return testValue(node, .quantity(dimension), key: "then")
    }
  }

  /// A word, a list of words, `low..high`, or a comparison such as `< 2000`.
  private mutating func tableCell(
    _ node: YAMLNode, _ field: FieldDeclaration
  ) -> DecisionTable.Cell? {
    switch field.type {
    case .quantity, .time:
      guard let text = text(node, key: field.name) else { return nil }
      do throws(ClauseError) {
        return .range(try tableRange(text, field.type))
      } catch {
        report(error.problem, error.message, at: node.span, help: error.help)
        return nil
      }
    default:
      let items = node.items ?? [node]
      let values = items.compactMap { testValue($0, field.type, key: field.name) }
      if items.isEmpty { report(.emptyList, "there is no value here", at: node.span) }
      return values.count == items.count && !items.isEmpty ? .oneOf(Set(values)) : nil
    }
  }

  private func tableRange(
    _ text: String, _ type: FieldType
  ) throws(ClauseError) -> ClosedRange<Int64> {
    if text.contains("..") {
      let (low, high) = try ClauseParser.range(text)
      let (from, to) = (try steps(low, type), try steps(high, type))
      guard from <= to else { throw outOfOrder }
      return from...to
    }
    let signs = ["<=", ">=", "==", "<", ">"]
    let sign = signs.first { text.hasPrefix($0) } ?? ""
    let rest = String(text.dropFirst(sign.count).drop { $0 == " " })
    let limit = try steps(try ClauseParser.expression(rest), type)
    switch sign {
    case "<=": return .min...limit
    case ">=": return limit ... .max
    case "<":
      guard limit > .min else { throw outOfOrder }
      return .min...(limit - 1)
    case ">":
      guard limit < .max else { throw outOfOrder }
      return (limit + 1) ... .max
    default: return limit...limit
    }
  }

  private var outOfOrder: ClauseError {
    ClauseError(
      problem: .invertedRange, message: "the range ends before it starts", range: 0..<0)
  }

  private func steps(
    _ syntax: ExpressionSyntax, _ type: FieldType
  ) throws(ClauseError) -> Int64 {
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: Scope())
    let resolved = try vocabulary.library.resolved(syntax)
    switch try checker.literal(resolved, of: .field(type)) {
    case .literal(.quantity(let quantity)): return quantity.steps
    case .literal(.time(let time)): return time.milliseconds
    default:
      throw ClauseError(
        problem: .wrongType,
        message: "this is not \(ValueType.field(type).description)", range: syntax.range)
    }
  }
}

extension RuleReader {
  /// Reports the first combination without a row, and each pair of rows that hold at once.
  private mutating func checkRegions(
    _ rows: [DecisionTable.Row], _ inputs: [FieldDeclaration], _ root: YAMLNode,
    _ items: [YAMLNode], hasRest: Bool
  ) {
    let regions = TableRegions(inputs, rows)
    guard regions.isSearchable else {
      report(
        .tooComplex,
        "the table has more than \(TableRegions.maximumCombinations) combinations of inputs",
        at: keySpan("rows", in: root), help: "split it into tables with fewer inputs")
      return
    }
    let findings = regions.findings()
    for overlap in findings.overlaps {
      report(
        .tableOverlap,
        "rows \(overlap.first + 1) and \(overlap.second + 1) both hold for \(overlap.combination)",
        at: items[overlap.second].span,
        notes: [.init(span: items[overlap.first].span, label: "the other row")])
    }
    guard !hasRest, let gap = findings.firstGap else { return }
    let more = findings.gaps == 1 ? "" : " (and for other combinations)"
    report(
      .tableGap, "no row holds for \(gap)\(more)", at: keySpan("rows", in: root),
      help: "add a row, or `otherwise:` for all that is left")
  }
}

/// What a table gives.
private enum TableOutput {
  case word
  case number
  case quantity(Dimension)

  /// The type in clauses; words are those that rows give.
  func type(of values: [FactValue]) -> ValueType {
    switch self {
    case .word: .field(.word(Set(values.map(\.description)).sorted()))
    case .number: .number
    case .quantity(let dimension): .field(.quantity(dimension))
    }
  }
}

extension FieldType {
  /// Whether cells can tell its values apart.
  fileprivate var canDecideTables: Bool {
    switch self {
    case .word, .bool, .country, .quantity, .time: true
    default: false
    }
  }
}
