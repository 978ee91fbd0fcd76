import Maritime
import StrictYAML

extension RuleEditor {
  /// What may stand at a place, best first; also in a text that does not compile.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: Its name, which tells files of tests.
  ///   - offset: The place of the cursor.
  /// - Returns: Whole words; some do not begin with what is typed, and an editor leaves those out.
  public func completions(
    in bytes: [UInt8], file: String, at offset: Int
  ) -> [EditorCompletion] {
    let document = outline(bytes, file)
    let offset = min(max(offset, 0), bytes.count)
    switch document.place(at: offset) {
    case .nothing: return []
    case .key(let parent, let range): return keys(document, parent, range)
    case .value(let index, let range):
      let values = self.values(document, document.kind(of: index), index, range)
      // What is typed behind a dash may become a key as well.
      let isItem = document.outline.entries[index].key == nil
      return values + (isItem ? keys(document, index, range) : [])
    case .item(let list, let range):
      let kind = document.kind(of: list)?.item
      return values(document, kind, list, range) + itemKeys(kind, range)
    }
  }

  /// The keys of a mapping that it does not have yet.
  private func keys(
    _ document: RuleOutline, _ parent: Int?, _ range: Range<Int>
  ) -> [EditorCompletion] {
    let taken = document.outline.children(of: parent)
      .filter { document.outline.entries[$0].head.lowerBound != range.lowerBound }
      .compactMap { document.outline.entries[$0].key }
    let candidates = keyCandidates(document, parent, document.kind(of: parent), taken)
    return candidates.filter { !taken.contains($0.label) }.map { $0.placed(range) }
  }

  private func itemKeys(_ kind: ValueKind?, _ range: Range<Int>) -> [EditorCompletion] {
    (kind.map { tableKeys($0, []) } ?? []).map { $0.placed(range) }
  }

  private func keyCandidates(
    _ document: RuleOutline, _ parent: Int?, _ kind: ValueKind?, _ taken: [String]
  ) -> [EditorCompletion] {
    for alternative in kind?.alternatives ?? [] {
      switch alternative {
      case .testVessel: return vocabulary.stateFields.map(fieldKey)
      case .testFact:
        let fact = document.outline.child("fact", of: parent)
          .flatMap { document.outline.entries[$0].text }.flatMap(vocabulary.catalog.kind)
        return tableKeys(.mapping(.testFactHead), taken)
          + (fact.map { vocabulary.fields(of: .fact($0)).map(fieldKey) } ?? [])
      default: continue
      }
    }
    return kind.map { tableKeys($0, taken) } ?? []
  }

  private func tableKeys(_ kind: ValueKind, _ taken: [String]) -> [EditorCompletion] {
    kind.alternatives.flatMap { alternative -> [EditorCompletion] in
      switch alternative {
      case .mapping(let table): return table.keys.map(tableKey)
      case .clause: return (KeyTable.clauseGroup.keys + KeyTable.atLeast.keys).map(tableKey)
      case .testFact: return KeyTable.testFactHead.keys.map(tableKey)
      case .operators, .condition:
        let operators = Operator.all.map {
          EditorCompletion.key($0.name, detail: "operator", $0.summary)
        }
        return operators
          + (taken.contains("fact") ? KeyTable.fact.keys.dropFirst(0).map(tableKey) : [])
      default: return []
      }
    }
  }

  private func tableKey(_ key: KeyTable.Key) -> EditorCompletion {
    .key(
      key.name, detail: (key.isRequired ? "required, " : "") + "e.g. \(key.example)", key.summary)
  }

  private func fieldKey(_ field: FieldDeclaration) -> EditorCompletion {
    .key(field.name, detail: ValueType.field(field.type).description, field.summary)
  }
}

extension KeyTable {
  /// The keys that facts of all kinds have in tests.
  static let testFactHead = KeyTable(
    "a fact", "What a vessel did.",
    keys: [
      .required("fact", .factKind, "The kind of fact.", example: "port_call"),
      .required("start", .time, "When it began.", example: "2026-01-04T02:00Z"),
    ])
}

extension RuleEditor {
  /// What text may stand behind an entry.
  private func values(
    _ document: RuleOutline, _ kind: ValueKind?, _ index: Int, _ range: Range<Int>
  ) -> [EditorCompletion] {
    let typed = String(decoding: document.bytes[range], as: UTF8.self)
    return (kind?.alternatives ?? []).flatMap { kind -> [EditorCompletion] in
      switch kind {
      case .words(let words): return words.map { .init($0, .word, "", "", range) }
      case .factKind:
        return vocabulary.catalog.kinds.map { .init($0.name, .fact, "fact", $0.summary, range) }
      case .field:
        let subject = document.subject(of: index)
        return (subject.map(vocabulary.fields) ?? []).map { self.field($0, range) }
      case .knownName: return names(document, range)
      case .amount(let dimension), .range(let dimension):
        return units(after: typed, dimension, range)
      case .clause, .condition, .expression:
        return ClauseCompletion(editor: self, document: document, index: index, range: range).all
      case .path:
        return ClauseCompletion(editor: self, document: document, index: index, range: range).paths
      case .template: return inTemplate(document, index, typed, range)
      case .fieldValue: return fieldValues(document, index, typed, range)
      default: return []
      }
    }
  }

  func names(_ document: RuleOutline, _ range: Range<Int>) -> [EditorCompletion] {
    var seen: Set<String> = []
    return document.names.filter { seen.insert($0.name).inserted }
      .map { .init($0.name, .name, $0.fact ?? "the vessel", "", range) }
  }

  func field(_ field: FieldDeclaration, _ range: Range<Int>) -> EditorCompletion {
    .init(field.name, .field, ValueType.field(field.type).description, field.summary, range)
  }

  /// Units behind a number, or an amount to start from.
  func units(
    after typed: String, _ dimension: Dimension, _ range: Range<Int>
  ) -> [EditorCompletion] {
    let number = typed.reversed().drop { $0.isLetter }.prefix { $0.isNumber || $0 == "." }
    guard !number.isEmpty else {
      return [.init(dimension.example, .unit, dimension.sentenceName, "", range)]
    }
    let digits = String(typed.dropLast(typed.reversed().prefix { $0.isLetter }.count))
    return dimension.units.filter { !$0.symbol.isEmpty }.map {
      .init(digits + $0.symbol, .unit, dimension.sentenceName, "", range)
    }
  }

  /// After an open brace of a sentence.
  private func inTemplate(
    _ document: RuleOutline, _ index: Int, _ typed: String, _ range: Range<Int>
  ) -> [EditorCompletion] {
    guard let open = typed.utf8.lastIndex(of: UInt8(ascii: "{")) else { return [] }
    let inside = typed[typed.utf8.index(after: open)...]
    guard !inside.contains("}") else { return [] }
    let start = range.upperBound - inside.utf8.count
    let place = start..<range.upperBound
    let completion = ClauseCompletion(
      editor: self, document: document, index: index, range: place)
    let parts = EvidenceTemplate.EntryPart.allCases.map {
      EditorCompletion("entry.\($0.rawValue)", .field, "the list entry", "", place)
    }
    return completion.paths + (inside.contains(".") && !inside.hasPrefix("entry.") ? [] : parts)
  }

  /// The value of a field in a test.
  private func fieldValues(
    _ document: RuleOutline, _ index: Int, _ typed: String, _ range: Range<Int>
  ) -> [EditorCompletion] {
    let entry = document.outline.entries[index]
    let fact = document.outline.child("fact", of: entry.parent)
      .flatMap { document.outline.entries[$0].text }.flatMap(vocabulary.catalog.kind)
    let fields = fact.map { vocabulary.fields(of: .fact($0)) } ?? vocabulary.stateFields
    guard let type = fields.last(where: { $0.name == entry.key })?.type else { return [] }
    return literals(of: type, typed, range)
  }

  /// Values of a type that can be written out.
  func literals(
    of type: FieldType, _ typed: String, _ range: Range<Int>
  ) -> [EditorCompletion] {
    switch type {
    case .word(let words): words.map { .init($0, .word, "", "", range) }
    case .bool: ["true", "false"].map { .init($0, .word, "", "", range) }
    case .quantity(let dimension): units(after: typed, dimension, range)
    case .port:
      ports(startingWith: typed).map { .init($0.code, .reference, $0.name ?? "", "", range) }
    case .zone:
      vocabulary.gazetteer.zones.map { .init($0.id, .reference, $0.name, "", range) }
    default: []
    }
  }

  /// At most two hundred ports, because an editor asks again with every letter.
  func ports(startingWith prefix: String) -> [Port] {
    Array(
      vocabulary.gazetteer.ports.filter { prefix.isEmpty || $0.code.hasPrefix(prefix) }
        .sorted { $0.code < $1.code }.prefix(200))
  }
}

extension EditorCompletion {
  init(
    _ label: String, _ role: Role, _ detail: String, _ documentation: String, _ range: Range<Int>
  ) {
    self.init(
      label: label, role: role, detail: detail, documentation: documentation, text: label,
      range: range)
  }

  fileprivate static func key(
    _ name: String, detail: String, _ documentation: String
  ) -> EditorCompletion {
    EditorCompletion(
      label: name, role: .key, detail: detail, documentation: documentation, text: name + ": ",
      range: 0..<0)
  }

  fileprivate func placed(_ range: Range<Int>) -> EditorCompletion {
    EditorCompletion(
      label: label, role: role, detail: detail, documentation: documentation, text: text,
      range: range)
  }
}
