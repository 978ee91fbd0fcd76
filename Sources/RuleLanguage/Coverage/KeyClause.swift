import StrictYAML

/// A key of an operator that decides like a clause: `within`, `after`, `at_least`, `absent`.
struct KeyClause {
  /// The key with its value.
  let text: String
  let span: SourceSpan
  /// The document in which it always holds.
  let always: YAMLNode
  /// The document in which it never does.
  let never: YAMLNode
  /// Whether both documents are one, in which it says the opposite.
  var isTurnedRound = false

  /// Every key of a rule that can be made to hold or not to hold by writing it otherwise.
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

  /// Longer than any rule looks back, and than any history.
  private static let century = "36500d"

  mutating func visit(_ node: YAMLNode, _ path: [String]) {
    for (index, item) in (node.items ?? []).enumerated() { visit(item, path + [String(index)]) }
    for entry in node.entries ?? [] {
      add(entry, of: node, path)
      visit(entry.value, path + [entry.key])
    }
  }

  private mutating func add(_ entry: YAMLEntry, of node: YAMLNode, _ path: [String]) {
    let isStep = path.dropLast().last == "steps"
    let isCount = node["of"]?.entries != nil && path.last == "count"
    switch entry.key {
    case "within" where node["steps"] != nil || isCount:
      add(entry, always: node.removing("within"), never: set("within", "0s", in: node), path)
    case "after", "before", "during", "same":
      guard isStep else { return }
      let never = entry.key == "before" ? "before" : "after"
      add(
        entry, always: node.removing(entry.key),
        never: set(never, "\(Self.century)..\(Self.century)", in: node.removing(entry.key)), path)
    case "at_least", "at_most", "exactly":
      guard isCount else { return }
      let bare = node.removing(entry.key)
      add(
        entry, always: set("at_most", "1000000", in: bare),
        never: set("at_least", "1000000", in: bare), path)
    case "absent": addAbsent(entry, of: node, path)
    default: return
    }
  }

  /// To turn `absent` round is to ask for the fact.
  private mutating func addAbsent(_ entry: YAMLEntry, of node: YAMLNode, _ path: [String]) {
    guard node["none"] == nil else { return }
    let inner = YAMLNode(.mapping([entry]), span: entry.value.span)
    let list = YAMLNode(.sequence([inner]), span: entry.value.span)
    guard let turned = node.removing("absent").replacing(["none"], by: list) else { return }
    add(entry, always: turned, never: turned, path, isTurnedRound: true)
  }

  private mutating func add(
    _ entry: YAMLEntry, always: YAMLNode?, never: YAMLNode?, _ path: [String],
    isTurnedRound: Bool = false
  ) {
    guard let always = always.flatMap({ document.replacing(path[...], by: $0) }),
      let never = never.flatMap({ document.replacing(path[...], by: $0) })
    else { return }
    let text = entry.value.shortText.map { "\(entry.key): \($0)" } ?? entry.key
    let end = entry.value.text == nil ? entry.keySpan.end : entry.value.span.end
    found.append(
      KeyClause(
        text: text, span: SourceSpan(start: entry.keySpan.start, end: end), always: always,
        never: never, isTurnedRound: isTurnedRound))
  }

  private func set(_ key: String, _ value: String, in node: YAMLNode) -> YAMLNode? {
    node.replacing([key], by: YAMLNode(.scalar(value, isQuoted: false), span: node.span))
  }
}

extension YAMLNode {
  /// A scalar, or a list of scalars in brackets; `nil` for anything longer.
  var shortText: String? {
    if let text { return text }
    guard let items, items.allSatisfy({ $0.text != nil }) else { return nil }
    return "[" + items.compactMap(\.text).joined(separator: ", ") + "]"
  }
}
