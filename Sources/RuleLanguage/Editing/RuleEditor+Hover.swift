import Maritime
import StrictYAML

extension RuleEditor {
  /// What the word at a place means; `nil` when nothing is known about it.
  public func hover(in bytes: [UInt8], file: String, at offset: Int) -> EditorHover? {
    let document = outline(bytes, file)
    guard (0...bytes.count).contains(offset) else { return nil }
    if let sentence = document.sentences.first(where: { $0.touches(offset) }) {
      return placeholderHover(document, sentence, offset)
    }
    if let (token, range) = document.token(at: offset) {
      return clauseHover(document, token, range, offset)
    }
    for index in document.outline.entries.indices.reversed() {
      let entry = document.outline.entries[index]
      if entry.key != nil, entry.head.touches(offset) {
        return keyText(document, index).map { EditorHover(text: $0, range: entry.head) }
      }
      if let range = entry.textRange, range.touches(offset) {
        return valueText(document, index, offset).map { EditorHover(text: $0, range: range) }
      }
    }
    return nil
  }

  private func keyText(_ document: RuleOutline, _ index: Int) -> String? {
    let entry = document.outline.entries[index]
    let name = entry.key ?? ""
    let keys = document.outline.children(of: entry.parent)
      .compactMap { document.outline.entries[$0].key }
    for kind in document.kind(of: entry.parent)?.alternatives ?? [] {
      switch kind {
      case .testFact where name != "fact":
        let fact = document.outline.child("fact", of: entry.parent)
          .flatMap { document.outline.entries[$0].text }.flatMap(vocabulary.catalog.kind)
        return fact.flatMap { kind in
          vocabulary.field(name, of: .fact(kind)).map { text(of: $0, .fact(kind)) }
        }
      case .testVessel: return vocabulary.field(name, of: .state).map { text(of: $0, .state) }
      case .operators, .condition:
        if let key = KeyTable.fact[name], name != "fact" || entry.text != nil {
          return text(of: key)
        }
        return Operator.all.first { $0.name == name }.map { "**\($0.name)**: \($0.summary)" }
          ?? Operator.all.first { $0.beside?.name == name }?.beside.map(text)
      default: if let key = kind.table(having: keys)?[name] { return text(of: key) }
      }
    }
    return nil
  }

  private func text(of key: KeyTable.Key) -> String {
    "**\(key.name)**\(key.isRequired ? " (required)" : ""): \(key.summary)\n\n"
      + "```yaml\n\(key.name): \(key.example)\n```"
  }

  private func valueText(_ document: RuleOutline, _ index: Int, _ offset: Int) -> String? {
    let entry = document.outline.entries[index]
    let text = entry.text ?? ""
    // In brackets `use:` stands for an item and has no kind of its own.
    if entry.key == "use", let group = groupText(text) { return group }
    for kind in document.kind(of: index)?.alternatives ?? [] {
      switch kind {
      case .factKind: return vocabulary.catalog.kind(text).map(self.text(of:))
      case .field:
        return document.subject(of: index).flatMap { subject in
          vocabulary.field(text, of: subject).map { self.text(of: $0, subject) }
        }
      case .knownName, .newName: return nameText(document, text)
      case .path:
        guard let found = document.field(text, from: nil) else { return nil }
        return self.text(of: found.field, found.owner)
      case .amount(let dimension):
        return "\(dimension.sentenceName), such as `\(dimension.example)`"
      default: continue
      }
    }
    return nil
  }

  private func nameText(_ document: RuleOutline, _ name: String) -> String? {
    guard let subject = document.subject(named: name) else { return nil }
    if case .fact(let kind) = subject { return "**\(name)**: a fact, " + text(of: kind) }
    return "**\(name)**: the vessel and its own fields."
  }
}

extension RuleEditor {
  private func clauseHover(
    _ document: RuleOutline, _ token: ClauseToken, _ range: Range<Int>, _ offset: Int
  ) -> EditorHover? {
    let index = document.outline.entries.indices.reversed().first {
      document.outline.entries[$0].textRange?.touches(offset) == true
    }
    let subject = index.flatMap { document.subject(of: $0) }
    let text: String? =
      switch token.kind {
      case .word: wordText(document, token.text, subject, offset - range.lowerBound)
      case .number: amountText(token.text)
      case .reference: referenceText(token.text)
      default: nil
      }
    return text.map { EditorHover(text: $0, range: range) }
  }

  private func wordText(
    _ document: RuleOutline, _ path: String, _ subject: Scope.Subject?, _ offset: Int
  ) -> String? {
    let (before, word) = document.word(path, at: offset)
    if before.isEmpty, path.contains("."), let text = nameText(document, word) { return text }
    if let found = document.field((before + [word]).joined(separator: "."), from: subject) {
      return text(of: found.field, found.owner)
    }
    if word == "now" { return "**now**: the as-of instant of the screening." }
    if word == "vessel" { return nameText(document, word) }
    return ClauseFunction(rawValue: word).map {
      "**\($0.rawValue)**: \($0.summary)\n\n```\n\($0.example)\n```"
    }
  }

  private func amountText(_ text: String) -> String? {
    guard case .success(.quantity(let quantity)) = QuantityLiteral.read(text) else { return nil }
    let units = quantity.dimension.units.map(\.symbol).filter { !$0.isEmpty }
    return "\(quantity.dimension.sentenceName): \(quantity)\n\n"
      + "Units: \(units.map { "`\($0)`" }.joined(separator: " "))"
  }

  /// What a value in a sentence is: `{gap.duration}`, `{cargo.low}`, `{entry.authority}`.
  private func placeholderHover(
    _ document: RuleOutline, _ range: Range<Int>, _ offset: Int
  ) -> EditorHover? {
    guard
      let (path, place) = document.placeholders(in: range).first(where: {
        $0.range.touches(offset)
      })
    else { return nil }
    let parts = path.split(separator: ".").map(String.init)
    let text =
      wordText(document, path, nil, offset - place.lowerBound)
      ?? (parts.count == 2 ? Self.workedOutText(parts[0], parts[1]) : nil)
    return text.map { EditorHover(text: $0, range: place) }
  }

  private static func workedOutText(_ name: String, _ part: String) -> String? {
    if name == "entry" {
      return EvidenceTemplate.EntryPart(rawValue: part).map {
        "**entry.\($0.rawValue)**: of the first list entry that a clause found."
      }
    }
    return ["count", "high", "legs", "low", "measure", "median", "samples", "tier"].contains(part)
      ? "**\(name).\(part)**: what the operator that gives `\(name)` worked out." : nil
  }

  private func groupText(_ name: String) -> String? {
    vocabulary.library.groups[name].map { group in
      "**\(name)**: clauses of a definition.\n\n"
        + group.node.scalars.map { "- `\($0)`" }.joined(separator: "\n")
    }
  }

  private func referenceText(_ text: String) -> String? {
    let name = String(text.drop { $0 != "/" }.dropFirst())
    let gazetteer = vocabulary.gazetteer
    if text.hasPrefix("@zones/") {
      return gazetteer.zone(name).map { "**\(text)**: \($0.name), a zone of kind \($0.kind)." }
    }
    if text.hasPrefix("@ports/") {
      guard let codes = gazetteer.ports(inGroup: name) else {
        return gazetteer.port(name).map { "**\(text)**: \($0.name ?? $0.code)." }
      }
      let shown = codes.sorted().prefix(12).map {
        gazetteer.port($0)?.reference.description ?? $0
      }
      let more = codes.count > 12 ? " and \(codes.count - 12) more" : ""
      return "**\(text)**: \(shown.joined(separator: ", "))\(more)."
    }
    if text.hasPrefix("@values/") {
      return vocabulary.library.values[name].map { "**\(text)**: \($0.words)." }
    }
    if text.hasPrefix("@tables/") {
      return vocabulary.library.tables[name].map { table in
        "**\(text)**: a table over \(table.inputs.map { "`\($0.name)`" }.joined(separator: ", "))."
      }
    }
    return text.hasPrefix("@lists/")
      ? "**\(text)**: a list, a regime or `any-designated`, as it stood at the time after `at`."
      : nil
  }

  private func text(of field: FieldDeclaration, _ owner: Scope.Subject) -> String {
    var text = "**\(field.name)** of \(owner.sentenceName): \(field.summary)\n\n"
    text += "Holds \(ValueType.field(field.type).description)"
    switch field.type {
    case .quantity(let dimension):
      let units = dimension.units.map(\.symbol).filter { !$0.isEmpty }
      text += units.isEmpty ? "" : " in " + units.map { "`\($0)`" }.joined(separator: " ")
    case .word(let words): text += ": " + words.map { "`\($0)`" }.joined(separator: " ")
    default: break
    }
    return text + (field.isOptional ? "; may be missing, and then a clause is unknown." : ".")
  }

  private func text(of kind: FactKind) -> String {
    let fields = vocabulary.fields(of: .fact(kind)).map { "`\($0.name)`" }
    return "**\(kind.name)**: \(kind.summary)\n\nFields: \(fields.joined(separator: " "))"
  }
}

extension YAMLNode {
  /// Every text in it, in the order of the file.
  fileprivate var scalars: [String] {
    switch content {
    case .scalar(let text, _): [text]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let entries): entries.flatMap(\.value.scalars)
    }
  }
}

extension DefinedValue {
  fileprivate var words: String {
    switch form {
    case .number(let text), .word(let text): "`\(text)`"
    case .text(let text): "the text `\(text)`"
    default: "a value that is worked out"
    }
  }
}
