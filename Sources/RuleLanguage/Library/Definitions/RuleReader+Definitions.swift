import Maritime
import StrictYAML

extension RuleReader {
  /// Reads the values of a `define`: each is one number, quantity, time, word or text.
  mutating func definedValues(_ node: YAMLNode?) -> [(name: String, DefinedValue?, SourceSpan)] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      report(.wrongShape, "`values` is a mapping of names and values", at: node.span)
      return []
    }
    return entries.compactMap { entry in
      guard checkDefinedName(entry) else { return nil }
      return (entry.key, definedValue(entry.value), entry.keySpan)
    }
  }

  private mutating func definedValue(_ node: YAMLNode) -> DefinedValue? {
    guard let text = text(node, key: "values") else { return nil }
    do throws(ClauseError) {
      let syntax = try ClauseParser.expression(text)
      switch syntax.form {
      case .word(let word) where word == "now" || word == "vessel" || word.contains("."):
        break
      case .number, .text, .word:
        if case .number = syntax.form {
          _ = try ExpressionChecker(vocabulary: vocabulary, scope: Scope()).value(syntax)
        }
        return DefinedValue(form: syntax.form)
      case .reference, .call, .arithmetic: break
      }
      report(
        .nestedDefinition, "a value is one number, word or text", at: node.span,
        help: "write what it stands for, such as `12h`; only clauses compute")
    } catch {
      report(error, in: node)
    }
    return nil
  }

  /// Reads the groups of clauses of a `define`, and reports what is wrong wherever they are used.
  mutating func clauseGroups(_ node: YAMLNode?) -> [(name: String, ClauseGroup?, SourceSpan)] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      report(.wrongShape, "`clauses` is a mapping of names and lists of clauses", at: node.span)
      return []
    }
    return entries.compactMap { entry in
      guard checkDefinedName(entry) else { return nil }
      return (entry.key, clauseGroup(entry), entry.keySpan)
    }
  }

  private mutating func checkDefinedName(_ entry: YAMLEntry) -> Bool {
    guard !isKebabCase(entry.key) else { return true }
    report(
      .invalidName, "`\(entry.key)` is not in kebab case", at: entry.keySpan,
      help: "use lower-case letters, digits and `-`")
    return false
  }

  private mutating func clauseGroup(_ entry: YAMLEntry) -> ClauseGroup? {
    let before = diagnostics.count
    var list = entry.value
    var subject: Scope.Subject?
    if entry.value.entries != nil {
      guard checkKeys(of: entry.value, ["of", "where"], required: ["of", "where"], in: entry.key),
        let of = entry.value["of"], let place = entry.value["where"],
        let found = tableSubject(of, key: "of")
      else { return nil }
      (list, subject) = (place, found)
    }
    isInDefinition = true
    defer { isInDefinition = false }
    if let subject {
      _ = clauses(list, Scope(current: subject, currentName: subject.ownName))
    } else {
      checkWhatEveryUseShares(list)
    }
    guard diagnostics.count == before else { return nil }
    return ClauseGroup(
      name: entry.key, file: file, nameSpan: entry.keySpan, source: source, node: list,
      subject: subject)
  }

  /// What a group or a table is about: the vessel or a kind of fact.
  mutating func tableSubject(_ node: YAMLNode, key: String) -> Scope.Subject? {
    guard let name = text(node, key: key) else { return nil }
    if name == "vessel" { return .state }
    if let kind = vocabulary.catalog.kind(name) { return .fact(kind) }
    report(
      .unknownFact, "unknown fact `\(name)`", at: node.span, label: "not in the catalogue",
      help: nameHelp(name, in: ["vessel"] + vocabulary.catalog.kinds.map(\.name)))
    return nil
  }

  /// The grammar, and `@` names: they mean the same in whatever rule the clauses stand.
  private mutating func checkWhatEveryUseShares(_ node: YAMLNode) {
    switch node.content {
    case .sequence(let items):
      if items.isEmpty { report(.emptyList, "there is no clause here", at: node.span) }
      for item in items { checkWhatEveryUseShares(item) }
    case .mapping(let entries):
      for entry in entries where !["at_least"].contains(entry.key) {
        guard ["any", "all", "none", "of"].contains(entry.key) else {
          reportClauseKey(entry)
          continue
        }
        checkWhatEveryUseShares(entry.value)
      }
    case .scalar(let text, _):
      do throws(ClauseError) {
        let checker = ClauseChecker(vocabulary: vocabulary, scope: Scope())
        try checker.checkReferences(of: try ClauseParser.clause(text))
      } catch {
        report(error, in: node)
      }
    }
  }

  /// `use:` inside a definition would let definitions nest, and any other key means nothing.
  mutating func reportClauseKey(_ entry: YAMLEntry) {
    if entry.key == "use" {
      report(
        .nestedDefinition, "a definition cannot use another", at: entry.keySpan,
        help: "write its clauses here, or use both where they are needed")
    } else {
      let keys = KeyTable.clauseGroup.names.filter { $0 != "use" || !isInDefinition }
      report(
        .unknownKey, "unknown key `\(entry.key)` among clauses", at: entry.keySpan,
        help: nameHelp(entry.key, in: keys + ["at_least"]))
    }
  }
}

extension RuleReader {
  /// The clauses of a group, for `use: NAME` at a place with names and fields of its own.
  mutating func use(_ node: YAMLNode, _ scope: Scope) -> ClauseTree? {
    guard let name = text(node, key: "use") else { return nil }
    guard let group = vocabulary.library.groups[name] else {
      guard !vocabulary.library.isBroken("use: \(name)") else {
        isIncomplete = true
        return nil
      }
      report(
        .unknownDefinition, "no document of this library gives the clauses `\(name)`",
        at: node.span, help: nameHelp(name, in: vocabulary.library.groups.keys.sorted()))
      return nil
    }
    var inner = scope
    if let subject = group.subject {
      if subject == .state, scope.current != .state {
        (inner.current, inner.currentName, inner.currentSource) = (.state, nil, .state)
      }
      guard subject == inner.current else {
        let here = scope.current.map { "this is \($0.sentenceName)" } ?? "this is no fact"
        report(
          .misplacedDefinition, "`\(name)` is about \(subject.sentenceName), and \(here)",
          at: node.span, help: group.place)
        return nil
      }
      inner.currentName = inner.currentName ?? subject.ownName
    }
    return expanded(group, node, inner)
  }

  private mutating func expanded(
    _ group: ClauseGroup, _ node: YAMLNode, _ scope: Scope
  ) -> ClauseTree? {
    var reader = RuleReader(source: group.source, file: group.file, vocabulary: vocabulary)
    reader.isInDefinition = true
    reader.subject = subject
    let trees = reader.clauses(group.node, scope)
    if reader.isIncomplete { isIncomplete = true }
    if let first = reader.diagnostics.first {
      report(
        .misplacedDefinition, "`\(group.name)` does not fit here: \(first.message)",
        at: node.span, help: "\(group.place), line \(first.span.start.line)")
      return nil
    }
    return .all(trees.map { $0.defined(in: group.file, usedAt: node.span) })
  }
}

extension ClauseGroup {
  /// Where an author finds the clauses.
  fileprivate var place: String { "its clauses stand in \(file)" }
}

extension Scope.Subject {
  /// The name under which the clauses of a group may write its fields.
  fileprivate var ownName: String? {
    if case .fact(let kind) = self { kind.name } else { nil }
  }
}
