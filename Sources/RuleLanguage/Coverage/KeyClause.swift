import StrictYAML

/// A key of an operator that decides like a clause: `within`, `after`, `at_least`, `absent`.
///
/// `max_fan_out` is none: it says how much work a rule may be, and beyond it nothing is decided.
struct KeyClause {
  /// The key with its value.
  let text: String
  let span: SourceSpan
  /// The mapping that has the key.
  let owner: SourceSpan
  /// The document in which it always holds; `nil` when none can be written.
  let always: YAMLNode?
  /// The document in which it never does; `nil` when none can be written.
  let never: YAMLNode?
  /// Whether both documents are one, in which it says the opposite.
  var isTurnedRound = false
  /// Whether it counts conditions, which have clauses of their own.
  var countsConditions = false

  /// Every key of a rule that decides like a clause.
  static func all(in document: YAMLNode) -> [KeyClause] {
    guard let match = document["match"] else { return [] }
    var search = KeySearch(document: document)
    search.visit(match, ["match"])
    return search.found
  }
}

/// Walks through the condition of a rule.
private struct KeySearch {
  let document: YAMLNode
  var found: [KeyClause] = []

  mutating func visit(_ node: YAMLNode, _ path: [String]) {
    for (index, item) in (node.items ?? []).enumerated() { visit(item, path + [String(index)]) }
    for entry in node.entries ?? [] {
      add(entry, of: node, path)
      visit(entry.value, path + [entry.key])
    }
  }

  private mutating func add(_ entry: YAMLEntry, of node: YAMLNode, _ path: [String]) {
    let place = path.dropLast().last == "steps" ? "step" : path.last ?? ""
    if let change = KeyChange.all[place]?[entry.key] {
      guard change.applies(to: entry.value) else { return }
      let always = change.always.map { $0.document(of: entry, in: node) }
      let never = change.never.map { $0.document(of: entry, in: node) }
      add(entry, of: node, always: always ?? nil, never: never ?? nil, path)
    } else if entry.key == "at_least", let conditions = node["of"]?.items {
      addNumber(entry, of: node, conditions.count, path)
    } else if entry.key == "absent" {
      addAbsent(entry, of: node, path)
    }
  }

  /// A number of conditions holds most easily when it is one, and most seldom when it is all.
  private mutating func addNumber(
    _ entry: YAMLEntry, of node: YAMLNode, _ conditions: Int, _ path: [String]
  ) {
    let number = entry.value.text.flatMap { Int($0) } ?? 1
    let always = number > 1 ? node.setting("at_least", to: "1") : nil
    let never = number < conditions ? node.setting("at_least", to: "\(conditions)") : nil
    add(entry, of: node, always: always, never: never, path)
    if !found.isEmpty { found[found.count - 1].countsConditions = true }
  }

  /// To turn `absent` round is to ask for the fact.
  private mutating func addAbsent(_ entry: YAMLEntry, of node: YAMLNode, _ path: [String]) {
    guard node["none"] == nil else { return }
    let inner = YAMLNode(.mapping([entry]), span: entry.value.span)
    let list = YAMLNode(.sequence([inner]), span: entry.value.span)
    guard let turned = node.removing("absent").replacing(["none"], by: list) else { return }
    add(entry, of: node, always: turned, never: turned, path)
    found[found.count - 1].isTurnedRound = true
  }

  private mutating func add(
    _ entry: YAMLEntry, of node: YAMLNode, always: YAMLNode?, never: YAMLNode?, _ path: [String]
  ) {
    let text = entry.value.shortText.map { "\(entry.key): \($0)" } ?? entry.key
    let end = entry.value.text == nil ? entry.keySpan.end : entry.value.span.end
    found.append(
      KeyClause(
        text: text, span: SourceSpan(start: entry.keySpan.start, end: end), owner: node.span,
        always: always.flatMap { document.replacing(path[...], by: $0) },
        never: never.flatMap { document.replacing(path[...], by: $0) }))
  }
}

extension YAMLNode {
  /// A scalar, or a list of scalars in brackets; `nil` for anything longer.
  var shortText: String? {
    if let text { return text }
    guard let items, items.allSatisfy({ $0.text != nil }) else { return nil }
    return "[" + items.compactMap(\.text).joined(separator: ", ") + "]"
  }

  /// The mapping with one key that has another text.
  func setting(_ key: String, to text: String) -> YAMLNode? {
    replacing([key], by: YAMLNode(.scalar(text, isQuoted: false), span: span))
  }
}
