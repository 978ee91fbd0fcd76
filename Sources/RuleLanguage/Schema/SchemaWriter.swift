import Maritime

/// Turns key tables into definitions of a JSON Schema.
struct SchemaWriter {
  let vocabulary: Vocabulary

  /// Every definition that another may refer to.
  var definitions: [JSONMember] {
    let named = [
      JSONMember("clause", clause), JSONMember("clauses", list(of: .reference("clause"))),
      JSONMember("operators", operators),
      JSONMember(
        "conditions",
        list(of: anyOf([typed("string"), .reference("operators")]))),
      JSONMember("vessel_fields", vesselFields), JSONMember("fact_of_a_test", testFact),
    ]
    return named + KeyTable.all.map { JSONMember($0.definitionName, mapping($0)) }
  }

  /// A mapping whose keys a table gives.
  private func mapping(_ table: KeyTable) -> JSONValue {
    let properties = table.keys.map { JSONMember($0.name, described(schema($0.kind), $0)) }
    var members = [
      JSONMember("type", "object"), JSONMember("description", .string(table.summary)),
      JSONMember("properties", .object(properties)), JSONMember("additionalProperties", false),
    ]
    if !table.required.isEmpty {
      members.append(JSONMember("required", .array(table.required.map(JSONValue.string))))
    }
    return .object(members)
  }

  private func property(_ key: KeyTable.Key) -> JSONMember {
    JSONMember(key.name, described(schema(key.kind), key))
  }

  private func described(_ schema: JSONValue, _ key: KeyTable.Key) -> JSONValue {
    let description = JSONMember(
      "description", .string("\(key.summary) Example: `\(key.name): \(key.example)`"))
    // Draft 7 looks at nothing beside a reference.
    guard schema["$ref"] != nil else { return .object([description] + (schema.members ?? [])) }
    return .object([description, JSONMember("allOf", .array([schema]))])
  }

  /// What may stand behind a key.
  func schema(_ kind: ValueKind) -> JSONValue {
    switch kind {
    case .mapping(let table): .reference(table)
    case .list(let inner): .object(type("array") + [JSONMember("items", schema(inner))])
    case .table(let inner):
      .object(type("object") + [JSONMember("additionalProperties", schema(inner))])
    case .either(let kinds): anyOf(kinds.map(schema))
    case .clause: .reference("clause")
    case .clauses: .reference("clauses")
    case .operators: .reference("operators")
    case .condition: anyOf([typed("string"), .reference("operators")])
    case .conditions: .reference("conditions")
    case .testVessel: .reference("vessel_fields")
    case .testFact: .reference("fact_of_a_test")
    case .fieldValue: .object([])
    default: scalar(kind)
    }
  }

  private func list(of items: JSONValue) -> JSONValue {
    .object(type("array") + [JSONMember("items", items), JSONMember("minItems", 1)])
  }

  private func anyOf(_ schemas: [JSONValue]) -> JSONValue {
    .object([JSONMember("anyOf", .array(schemas))])
  }
}

extension SchemaWriter {
  /// A clause is text, or a mapping with one way to group others.
  private var clause: JSONValue {
    let keys = KeyTable.clauseGroup.keys + KeyTable.atLeast.keys
    let group = JSONValue.object(
      type("object") + [
        JSONMember(
          "properties", .object(keys.map { JSONMember($0.name, described(schema($0.kind), $0)) })),
        JSONMember("additionalProperties", false), JSONMember("minProperties", 1),
        JSONMember("maxProperties", 2),
        JSONMember(
          "dependencies",
          .object([JSONMember("at_least", ["of"]), JSONMember("of", ["at_least"])])),
      ])
    return anyOf([typed("string"), group])
  }

  /// Operators are properties and not alternatives, so that an editor can offer them all.
  private var operators: JSONValue {
    let own = Operator.all.map { candidate in
      JSONMember(candidate.name, described(schema(candidate.value), candidate.summary))
    }
    let beside = Operator.all.compactMap(\.beside)
    let short = KeyTable.fact.keys.filter { $0.name != "fact" }.map(property)
    let partners = Operator.all.compactMap { candidate in
      candidate.beside.map { (candidate.name, $0.name) }
    }
    let needed =
      short.map { JSONMember($0.key, ["fact"]) }
      + partners.flatMap { a, b in
        [JSONMember(a, .array([.string(b)])), JSONMember(b, .array([.string(a)]))]
      }
    return .object(
      type("object") + [
        JSONMember("properties", .object(own + beside.map(property) + short)),
        JSONMember("additionalProperties", false), JSONMember("minProperties", 1),
        JSONMember(
          "maxProperties", .number(Double(own.count + beside.count + short.count))),
        JSONMember("dependencies", .object(needed)),
      ])
  }

  private func described(_ schema: JSONValue, _ summary: String) -> JSONValue {
    let description = JSONMember("description", .string(summary))
    return .object([description, JSONMember("allOf", .array([schema]))])
  }

  private var vesselFields: JSONValue {
    let fields = vocabulary.stateFields.map { JSONMember($0.name, field($0)) }
    let known = Set(fields.map(\.key))
    let numbers = KeyTable.vesselNumbers.keys.filter { !known.contains($0.name) }
      .map { JSONMember($0.name, described(schema($0.kind), $0)) }
    return .object(
      type("object") + [
        JSONMember("properties", .object(numbers + fields)),
        JSONMember("additionalProperties", false),
      ])
  }

  /// A fact of a test: each kind has its own fields.
  private var testFact: JSONValue {
    let cases = vocabulary.catalog.kinds.map { kind in
      let fields = vocabulary.fields(of: .fact(kind))
      let properties = fields.map { JSONMember($0.name, field($0)) }
      let names = ["fact", "vessel"] + fields.map(\.name)
      return JSONValue.object([
        JSONMember(
          "if",
          .object([
            JSONMember(
              "properties",
              .object([JSONMember("fact", .object([JSONMember("const", .string(kind.name))]))]))
          ])),
        JSONMember(
          "then",
          .object([
            JSONMember("properties", .object(properties)),
            JSONMember(
              "propertyNames", .object([JSONMember("enum", .array(names.map(JSONValue.string)))])),
          ])),
      ])
    }
    return .object(
      type("object") + [
        JSONMember("required", ["fact", "start"]),
        JSONMember("properties", .object([JSONMember("fact", schema(.factKind))])),
        JSONMember("allOf", .array(cases)),
      ])
  }
}
