public import Maritime

extension RuleCompiler {
  /// A JSON Schema for every kind of document, made from the key tables.
  ///
  /// Draft 7, because editors' YAML servers read that and nothing newer. A schema sees keys, words
  /// and shapes; only the compiler sees names and types in clauses.
  public var jsonSchema: JSONValue {
    let writer = SchemaWriter(vocabulary: vocabulary)
    let documents = KeyTable.documents.filter { $0.required.contains("kind") }
    let kinds = documents.flatMap { $0.documentKinds }
    let tests = JSONValue.reference(KeyTable.testFile)
    let isOther = JSONValue.object([
      JSONMember("not", .object([JSONMember("required", ["kind"])]))
    ])
    return .object([
      JSONMember("$schema", "http://json-schema.org/draft-07/schema#"),
      JSONMember("title", "Pratique rule documents"),
      JSONMember("type", ["object", "array"]),
      JSONMember(
        "properties",
        .object([
          JSONMember(
            "kind",
            .object([
              JSONMember("description", "What the file is; the first key."),
              JSONMember("enum", .array((kinds + ["tests"]).map(JSONValue.string))),
            ]))
        ])),
      JSONMember("items", .reference(KeyTable.test)),
      JSONMember(
        "allOf",
        .array(
          documents.map { .when(kinds: $0.documentKinds, then: .reference($0)) } + [
            .when(kinds: ["tests"], then: tests),
            .object([
              JSONMember("if", .object([JSONMember("type", "object")] + (isOther.members ?? []))),
              JSONMember("then", tests),
            ]),
          ])),
      JSONMember("definitions", .object(writer.definitions)),
    ])
  }
}

extension KeyTable {
  /// The words of `kind` in documents with these keys.
  var documentKinds: [String] {
    guard case .words(let words)? = self["kind"]?.kind else { return [] }
    return words
  }

  /// The name of its definition.
  var definitionName: String {
    place.split(separator: " ").filter { $0 != "a" && $0 != "an" }.joined(separator: "_")
  }
}

extension JSONValue {
  static func reference(_ table: KeyTable) -> JSONValue { reference(table.definitionName) }

  static func reference(_ name: String) -> JSONValue {
    .object([JSONMember("$ref", .string("#/definitions/\(name)"))])
  }

  fileprivate static func when(kinds: [String], then schema: JSONValue) -> JSONValue {
    let kind = JSONValue.object([JSONMember("enum", .array(kinds.map(JSONValue.string)))])
    return .object([
      JSONMember(
        "if",
        .object([
          JSONMember("required", ["kind"]),
          JSONMember("properties", .object([JSONMember("kind", kind)])),
        ])),
      JSONMember("then", schema),
    ])
  }
}
