import Maritime
import StrictYAML

/// Walks through a rule by the tables of its keys and changes one thing at a time.
struct MutationWalk {
  let root: YAMLNode
  private(set) var found: [RuleMutation] = []

  init(root: YAMLNode) { self.root = root }

  /// Changes whatever stands at a path, and what is in it.
  mutating func visit(_ node: YAMLNode, as kind: ValueKind, _ path: [String]) {
    switch kind {
    case .mapping(let table): visitMapping(node, table, path)
    case .operators: visitOperators(node, path)
    case .clauses, .conditions: visitList(node, path)
    case .list(let inner):
      if path.last == "steps" { changeSteps(node, path) }
      for (index, item) in (node.items ?? []).enumerated() {
        visit(item, as: inner, path + [String(index)])
      }
    case .either(let kinds):
      for kind in kinds where kind.fits(node) { return visit(node, as: kind, path) }
    default: break
    }
  }

  private mutating func visitMapping(_ node: YAMLNode, _ table: KeyTable, _ path: [String]) {
    for entry in node.entries ?? [] {
      guard let key = table[entry.key] else { continue }
      changeValue(entry, key.kind, isOptional: !key.isRequired, path + [entry.key])
      visit(entry.value, as: key.kind, path + [entry.key])
    }
  }

  private mutating func visitOperators(_ node: YAMLNode, _ path: [String]) {
    let entries = node.entries ?? []
    let isShort = node["fact"]?.text != nil
    let own = isShort ? entries.filter { KeyTable.fact[$0.key] != nil } : []
    let others = entries.filter { entry in !own.contains { $0.key == entry.key } }
    if isShort { visitMapping(YAMLNode(.mapping(own), span: node.span), .fact, path) }
    for entry in others {
      guard let known = Operator.all.first(where: { $0.name == entry.key }) else { continue }
      if others.count > 1 || isShort { leaveOut(entry, path + [entry.key]) }
      changeGroup(entry, of: node, path)
      visit(entry.value, as: known.value, path + [entry.key])
    }
  }

  /// A list of clauses, or of conditions among which there may be clauses.
  private mutating func visitList(_ node: YAMLNode, _ path: [String]) {
    let items = node.items ?? []
    for (index, item) in items.enumerated() {
      let place = path + [String(index)]
      let words = item.text ?? item.entries?.first?.key ?? ""
      if items.count > 1 {
        add("`\(words)` is left out", item.span, place, nil, words: item.allWords)
      }
      if let text = item.text {
        for changed in ClauseMutations(text)?.all ?? [] { changeText(item, to: changed, place) }
      } else if item["of"]?.items != nil {
        visitMapping(item, .atLeast, place)
      } else if let entry = item.entries?.first, item.entries?.count == 1,
        ["any", "all", "none"].contains(entry.key)
      {
        changeGroup(entry, of: item, place)
        visit(entry.value, as: .conditions, place + [entry.key])
      } else {
        visitOperators(item, place)
      }
    }
  }
}

extension MutationWalk {
  /// `any` and `all` change places, and `none` becomes `any`.
  private mutating func changeGroup(_ entry: YAMLEntry, of node: YAMLNode, _ path: [String]) {
    let others = ["any": "all", "all": "any", "none": "any"]
    guard let other = others[entry.key], node[other] == nil, let entries = node.entries else {
      return
    }
    let renamed = entries.map {
      $0.key == entry.key
        ? YAMLEntry(key: other, keySpan: entry.keySpan, value: entry.value) : $0
    }
    add(
      "`\(entry.key)` becomes `\(other)`", entry.keySpan, path,
      YAMLNode(.mapping(renamed), span: node.span), words: entry.value.allWords)
  }

  /// Neighbours change places, and of three or more steps each is left out once.
  private mutating func changeSteps(_ node: YAMLNode, _ path: [String]) {
    guard let items = node.items else { return }
    let names = items.map { $0["as"]?.text ?? $0["fact"]?.text ?? "" }
    for index in items.indices.dropFirst() {
      var swapped = items
      swapped.swapAt(index - 1, index)
      add(
        "the steps `\(names[index - 1])` and `\(names[index])` change places", items[index].span,
        path, YAMLNode(.sequence(swapped), span: node.span), words: node.allWords)
    }
    guard items.count > 2 else { return }
    for index in items.indices {
      add(
        "the step `\(names[index])` is left out", items[index].span, path + [String(index)], nil,
        words: items[index].allWords)
    }
  }

  private mutating func changeValue(
    _ entry: YAMLEntry, _ kind: ValueKind, isOptional: Bool, _ path: [String]
  ) {
    let texts = entry.value.text.map { kind.changes(of: $0) } ?? []
    for text in texts { changeText(entry.value, key: entry.key, to: text, path) }
    if isOptional, kind.canBeLeftOut(texts) { leaveOut(entry, path) }
  }

  /// Writes other text in place of a scalar.
  mutating func changeText(
    _ node: YAMLNode, key: String? = nil, to text: String, _ path: [String]
  ) {
    let before = key.map { "\($0): " } ?? ""
    let old = node.text ?? node.allWords
    add(
      "`\(before)\(old)` becomes `\(before)\(text)`", node.span, path,
      YAMLNode(.scalar(text, isQuoted: false), span: node.span), words: "\(old) \(text)")
  }

  /// Leaves a key out.
  mutating func leaveOut(_ entry: YAMLEntry, _ path: [String]) {
    let text = entry.value.shortText.map { "\(entry.key): \($0)" } ?? entry.key
    add("`\(text)` is left out", entry.keySpan, path, nil, words: entry.value.allWords)
  }

  mutating func add(
    _ change: String, _ span: SourceSpan, _ path: [String], _ value: YAMLNode?, words: String
  ) {
    guard let document = root.replacing(path[...], by: value) else { return }
    found.append(RuleMutation(change: change, span: span, document: document, words: words))
  }
}

extension ValueKind {
  fileprivate func fits(_ node: YAMLNode) -> Bool {
    switch (self, node.content) {
    case (.mapping(let table), .mapping(let entries)):
      entries.allSatisfy { table[$0.key] != nil }
    case (.operators, .mapping), (.list, .sequence), (.clauses, .sequence),
      (.conditions, .sequence):
      true
    default: false
    }
  }

  /// What else a scalar could have been.
  fileprivate func changes(of text: String) -> [String] {
    switch self {
    case .amount(.duration), .amount(.months): AmountSteps(text).halfAndDouble
    case .amount: AmountSteps(text).tenths
    case .range: Self.rangeChanges(of: text)
    case .integer:
      Int(text).map { [$0 - 1, $0 + 1].map(String.init) } ?? []
    case .words(let words): words.contains(text) ? words.filter { $0 != text } : []
    case .either(let kinds): kinds.lazy.map { $0.changes(of: text) }.first { !$0.isEmpty } ?? []
    default: []
    }
  }

  /// Each end of `1h..7d` halved and doubled.
  private static func rangeChanges(of text: String) -> [String] {
    guard let dots = text.firstRange(of: "..") else { return [] }
    let low = String(text[..<dots.lowerBound])
    let high = String(text[dots.upperBound...].drop { $0 == " " })
    return AmountSteps(low).halfAndDouble.map { "\($0)..\(high)" }
      + AmountSteps(high).halfAndDouble.map { "\(low)..\($0)" }
  }

  /// Whether a rule can mean something without the key: `pick` has other values to try instead.
  fileprivate func canBeLeftOut(_ changes: [String]) -> Bool {
    switch self {
    case .amount, .range, .field, .knownName, .clauses: true
    case .list(.field): true
    case .words: changes.isEmpty
    default: false
    }
  }
}

extension YAMLNode {
  /// Every scalar in it, joined by spaces.
  var allWords: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): items.map(\.allWords).joined(separator: " ")
    case .mapping(let entries): entries.map(\.value.allWords).joined(separator: " ")
    }
  }
}
