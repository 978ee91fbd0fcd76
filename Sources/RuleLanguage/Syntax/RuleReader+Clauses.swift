import Maritime
import StrictYAML

extension RuleReader {
  /// Longer clauses nobody reads, and their depth could exhaust the stack (our own default).
  private static let maximumClauseLength = 1000

  /// Reads a list of clauses that must all hold.
  mutating func clauses(
    _ node: YAMLNode, _ scope: Scope, notes: [Diagnostic.Note] = []
  ) -> [ClauseTree] {
    guard let items = node.items else {
      report(.wrongShape, "clauses are a list, each with a `-`", at: node.span)
      return []
    }
    if items.isEmpty { report(.emptyList, "there is no clause here", at: node.span) }
    return items.compactMap { clauseTree($0, scope, notes) }
  }

  private mutating func clauseTree(
    _ node: YAMLNode, _ scope: Scope, _ notes: [Diagnostic.Note]
  ) -> ClauseTree? {
    switch node.content {
    case .scalar(let text, _): return clause(text, node, scope, notes).map(ClauseTree.clause)
    case .mapping(let entries): return clauseGroup(node, entries, scope, notes)
    case .sequence:
      report(.wrongShape, "a clause is text, or a mapping such as `any:`", at: node.span)
      return nil
    }
  }

  private mutating func clause(
    _ text: String, _ node: YAMLNode, _ scope: Scope, _ notes: [Diagnostic.Note]
  ) -> Clause? {
    guard text.utf8.count <= Self.maximumClauseLength else {
      report(
        .tooComplex, "a clause has at most \(Self.maximumClauseLength) bytes", at: node.span)
      return nil
    }
    do throws(ClauseError) {
      return try ClauseChecker(vocabulary: vocabulary, scope: scope)
        .clause(text, span: node.span)
    } catch {
      report(error, in: node, notes: error.concernsFact ? notes : [])
      return nil
    }
  }

  private mutating func clauseGroup(
    _ node: YAMLNode, _ entries: [YAMLEntry], _ scope: Scope, _ notes: [Diagnostic.Note]
  ) -> ClauseTree? {
    if node["at_least"] != nil || node["of"] != nil {
      guard
        checkKeys(of: node, .atLeast),
        let number = node["at_least"], let of = node["of"]
      else { return nil }
      let trees = clauses(of, scope, notes: notes)
      let highest = max(of.items?.count ?? 1, 1)
      return integer(number, 1...highest, key: "at_least").map { .atLeast($0, trees) }
    }
    guard entries.count == 1, let entry = entries.first else {
      report(.wrongShape, "a group of clauses has one key", at: node.span)
      return nil
    }
    switch entry.key {
    case "any": return .any(clauses(entry.value, scope, notes: notes))
    case "all": return .all(clauses(entry.value, scope, notes: notes))
    case "none": return .none(clauses(entry.value, scope, notes: notes))
    case "use" where !isInDefinition: return use(entry.value, scope)
    default:
      reportClauseKey(entry)
      return nil
    }
  }
}

extension RuleReader {
  /// Reads `{as, fact, where}`.
  mutating func factPattern(
    _ node: YAMLNode, _ scope: Scope, operatorName: String
  ) -> FactPattern? {
    if operatorName == "fact" || operatorName == "of" {
      guard checkKeys(of: node, .fact, in: operatorName) else { return nil }
    }
    guard let factNode = node["fact"], let kind = factKind(factNode, key: "fact") else {
      return nil
    }
    let name = node["as"].map { self.name($0, key: "as") } ?? kind.name
    guard let name else { return nil }
    var inner = scope
    inner.current = .fact(kind)
    inner.currentName = name
    let note = Diagnostic.Note(span: factNode.span, label: "`\(kind.name)` selected here")
    let trees = node["where"].map { clauses($0, inner, notes: [note]) } ?? []
    return FactPattern(
      name: name, nameSpan: (node["as"] ?? factNode).span, kind: kind, clauses: trees,
      isAcrossVessels: isAcrossVessels(node["across"]))
  }

  mutating func factKind(_ node: YAMLNode, key: String) -> FactKind? {
    guard let name = text(node, key: key) else { return nil }
    if let kind = vocabulary.catalog.kind(name) { return kind }
    report(
      .unknownFact, "unknown fact `\(name)`", at: node.span, label: "not in the catalogue",
      help: nameHelp(name, in: vocabulary.catalog.kinds.map(\.name)))
    return nil
  }

  private mutating func isAcrossVessels(_ node: YAMLNode?) -> Bool {
    guard let node, let text = text(node, key: "across"), text != "all_vessels" else {
      return node != nil
    }
    report(
      .unknownChoice, "`\(text)` is not a value of `across`", at: node.span,
      help: "write `across: all_vessels`")
    return true
  }

  /// Adds a name to a scope; reports a second use.
  mutating func define(_ name: String, _ meaning: Scope.Name, in scope: inout Scope) {
    if let first = scope.names[name] {
      report(
        .duplicateName, "the name `\(name)` is given twice", at: meaning.span,
        notes: [.init(span: first.span, label: "first here")],
        help: "give each fact a name of its own with `as:`")
    } else {
      scope.names[name] = meaning
    }
  }
}
