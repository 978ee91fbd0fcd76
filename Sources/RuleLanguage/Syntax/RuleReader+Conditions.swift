import Maritime
import StrictYAML

extension RuleReader {
  /// Reads a mapping of operators, all of which must hold.
  mutating func condition(_ node: YAMLNode, _ scope: Scope) -> AllOfCondition? {
    guard let entries = operatorEntries(node) else { return nil }
    var scope = scope
    var found: [any Condition] = []
    var isComplete = true
    // Those that give names come first, because the others may use them.
    let ordered = entries.filter(\.0.givesNames) + entries.filter { !$0.0.givesNames }
    for (candidate, value) in ordered {
      guard let condition = candidate.read(value, scope, &self) else {
        isComplete = false
        continue
      }
      for name in condition.names.keys.sorted() {
        if let meaning = condition.names[name] { define(name, meaning, in: &scope) }
      }
      found.append(condition)
    }
    return isComplete && areSeparable(found, in: node) ? AllOfCondition(found) : nil
  }

  /// A list of mappings of operators; text stands for a clause about the vessel.
  mutating func conditionList(
    _ node: YAMLNode, _ scope: Scope, in place: String
  ) -> [any Condition]? {
    guard let items = node.items, !items.isEmpty else {
      report(.emptyList, "`\(place)` is a list of conditions", at: node.span)
      return nil
    }
    var inner = scope
    inner.current = .state
    var found: [any Condition] = []
    for item in items {
      if item.text != nil || item["use"] != nil {
        let list = YAMLNode(.sequence([item]), span: item.span)
        found.append(StateCondition(trees: clauses(list, inner)))
      } else if let condition = condition(item, scope) {
        found.append(condition)
      }
    }
    return found.count == items.count ? found : nil
  }

  private mutating func operatorEntries(_ node: YAMLNode) -> [(Operator, YAMLNode)]? {
    guard let entries = node.entries, !entries.isEmpty else {
      let isKind = node.text.flatMap { vocabulary.catalog.kind($0) } != nil
      report(
        .wrongShape, "a condition is a mapping such as `fact:`", at: node.span,
        help: isKind
          ? "write `fact: \(node.text ?? "")`" : nameHelp("", in: Operator.all.map(\.name)))
      return nil
    }
    // `at_least: 2` beside `of:` is one operator in two keys.
    if node["at_least"] != nil || node["of"] != nil {
      let keys = KeyTable.atLeastOf.names
      let own = YAMLNode(.mapping(entries.filter { keys.contains($0.key) }), span: node.span)
      let others = YAMLNode(.mapping(entries.filter { !keys.contains($0.key) }), span: node.span)
      guard others.entries?.isEmpty == false else { return [(Operator.atLeastOf, own)] }
      return operatorEntries(others).map { [(Operator.atLeastOf, own)] + $0 }
    }
    // `fact: ais_gap` beside `where:` says the same as a mapping under `fact:`.
    if let fact = node["fact"], fact.text != nil {
      let own = entries.filter { KeyTable.fact[$0.key] != nil }
      let others = entries.filter { KeyTable.fact[$0.key] == nil }
      let short = YAMLNode(.mapping(own), span: node.span)
      return operators(others).map { [(Operator.fact, short)] + $0 }
    }
    return operators(entries)
  }

  private mutating func operators(_ entries: [YAMLEntry]) -> [(Operator, YAMLNode)]? {
    var found: [(Operator, YAMLNode)] = []
    for entry in entries {
      guard let known = Operator.all.first(where: { $0.name == entry.key }) else {
        report(
          .unknownOperator, "unknown operator `\(entry.key)`", at: entry.keySpan,
          help: nameHelp(entry.key, in: Operator.all.map(\.name)))
        continue
      }
      found.append((known, entry.value))
    }
    return found.count == entries.count ? found : nil
  }

  /// Whether each condition refers to names that one other condition decides together.
  mutating func areSeparable(_ conditions: [any Condition], in node: YAMLNode) -> Bool {
    let given = conditions.reduce(into: Set<String>()) { $0.formUnion($1.names.keys) }
    for condition in conditions {
      let needs = condition.needs.intersection(given)
      let isDecided = conditions.contains {
        needs.isSubset(of: $0.names.keys) && $0.decidesTogether(needs)
      }
      guard !needs.isEmpty, !isDecided else { continue }
      report(
        .namesOfTwoOperators, "a condition refers to names of two operators", at: node.span,
        help: "put the facts into one `sequence`")
      return false
    }
    return true
  }
}
