import Maritime

extension SchemaWriter {
  /// Text of some form.
  ///
  /// Our reader takes every scalar as text, but an editor's YAML server sees numbers and Booleans
  /// where YAML 1.2 does, so those are let through where such text makes sense.
  func scalar(_ kind: ValueKind) -> JSONValue {
    switch kind {
    case .words(let words): .object([JSONMember("enum", .array(words.flatMap(seen)))])
    case .integer(let range): number("integer", range, pattern: "^[0-9]+$")
    case .points: number("number", 0...100, pattern: "^[0-9]+(\\.[0-9])?$")
    case .amount(let dimension): amount(dimension)
    case .range(let dimension):
      pattern("^\(amountPattern(dimension)) *\\.\\. *\(amountPattern(dimension))$")
    case .time: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+(Z|[+-][0-9:]+)?)?$")
    case .imoNumber: .object(type("string", "integer") + [matching("^(IMO ?)?[0-9]{7}$")])
    case .mmsi: .object(type("string", "integer") + [matching("^[0-9]{9}$")])
    case .kebabCase: pattern("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    case .newName, .knownName: pattern("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
    case .path: pattern("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$")
    case .factKind: words(vocabulary.catalog.kinds.map(\.name))
    case .field: words(everyField)
    case .deviation: pattern("^[0-9]+(\\.[0-9]+)?(mad|x)$")
    case .template, .expression: typed("string")
    default: .object(type("string", "number", "boolean"))
    }
  }

  func field(_ field: FieldDeclaration) -> JSONValue {
    .object(
      [JSONMember("description", .string(field.summary))] + (value(of: field.type).members ?? []))
  }

  private func value(of type: FieldType) -> JSONValue {
    switch type {
    case .time: scalar(.time)
    case .quantity(let dimension): amount(dimension, isSigned: true)
    case .word(let words): self.words(words)
    case .bool: .object([JSONMember("enum", ["true", "false", true, false])])
    case .country: pattern("^[A-Z]{2}$")
    case .vessel:
      .object([
        JSONMember(
          "anyOf",
          .array([
            .object(self.type("string", "integer")), .reference(KeyTable.vesselNumbers),
          ]))
      ])
    case .company:
      .object([
        JSONMember("anyOf", .array([typed("string"), .reference(KeyTable.companyNumbers)]))
      ])
    case .position, .port, .zone, .money: typed("string")
    case .text: .object(self.type("string", "number", "boolean"))
    }
  }

  private var everyField: [String] {
    let subjects = vocabulary.catalog.kinds.map(Scope.Subject.fact)
    return Set(subjects.flatMap { vocabulary.fields(of: $0).map(\.name) }).sorted()
  }

  private func words(_ words: [String]) -> JSONValue {
    .object([JSONMember("enum", .array(words.flatMap(seen)))])
  }

  /// A word, and what a YAML server may take it for.
  private func seen(_ word: String) -> [JSONValue] {
    switch word {
    case "true", "false": [.string(word), .bool(word == "true")]
    default: [.string(word)] + (Double(word).map { [.number($0)] } ?? [])
    }
  }

  private func amount(_ dimension: Dimension, isSigned: Bool = false) -> JSONValue {
    let sign = isSigned ? "-?" : ""
    let text = matching("^\(sign)\(amountPattern(dimension))$")
    // Only nothing may be written without its unit.
    let isPlain = dimension.units.contains { $0.symbol.isEmpty }
    let limits = [JSONMember("minimum", 0), JSONMember("maximum", 0)]
    return .object(type("string", "number") + [text] + (isPlain ? [] : limits))
  }

  private func amountPattern(_ dimension: Dimension) -> String {
    let units = dimension.units.map(\.symbol).filter { !$0.isEmpty }
    let isPlain = units.count < dimension.units.count
    let unit = units.isEmpty ? "" : "(\(units.joined(separator: "|")))\(isPlain ? "?" : "")"
    return "([0-9]+(\\.[0-9]+)?\(unit))+"
  }

  private func number(
    _ type: String, _ range: ClosedRange<Int>, pattern text: String
  ) -> JSONValue {
    .object(
      self.type(type, "string") + [
        JSONMember("minimum", .number(Double(range.lowerBound))),
        JSONMember("maximum", .number(Double(range.upperBound))),
        matching(text),
      ])
  }

  private func pattern(_ text: String) -> JSONValue {
    .object(type("string") + [matching(text)])
  }

  private func matching(_ text: String) -> JSONMember { JSONMember("pattern", .string(text)) }

  func typed(_ name: String) -> JSONValue { .object(type(name)) }

  func type(_ names: String...) -> [JSONMember] {
    let value = names.count == 1 ? JSONValue.string(names[0]) : .array(names.map(JSONValue.string))
    return [JSONMember("type", value)]
  }
}
