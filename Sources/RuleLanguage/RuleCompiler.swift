public import Maritime
public import StrictYAML

/// What the compiler made of one rule file.
public struct RuleCompilation: Sendable {
  /// The rule; `nil` when there is an error.
  public let rule: CompiledRule?
  /// Everything the author should know, in file order.
  public let diagnostics: [Diagnostic]

  /// Creates a compilation.
  public init(rule: CompiledRule?, diagnostics: [Diagnostic]) {
    self.rule = rule
    self.diagnostics = diagnostics
  }
}

/// Turns rule files into rules.
public struct RuleCompiler: Sendable {
  let vocabulary: Vocabulary

  /// Creates a compiler for rules about the facts of `catalog`.
  ///
  /// - Parameters:
  ///   - catalog: The kinds of fact that rules may ask for.
  ///   - stateFields: The fields that rules read as `vessel.…`.
  ///   - gazetteer: The ports and zones that rules may name.
  public init(
    catalog: FactCatalog, stateFields: [FieldDeclaration] = VesselIdentity.stateFields,
    gazetteer: Gazetteer
  ) {
    vocabulary = Vocabulary(catalog: catalog, stateFields: stateFields, gazetteer: gazetteer)
  }

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Compiles a file, with the tests in it and those of the file beside it.
  ///
  /// - Parameters:
  ///   - bytes: The text of the rule.
  ///   - file: The name for diagnostics.
  ///   - tests: The text of the file of tests beside the rule and its name, when there is one.
  ///   - readsTests: Whether cases are read at all; they take more than half of the time.
  /// - Returns: The rule, or at least one error.
  public func compile(
    _ bytes: [UInt8], file: String, tests: (bytes: [UInt8], file: String)? = nil,
    readsTests: Bool = true
  ) -> RuleCompilation {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else {
      return RuleCompilation(rule: nil, diagnostics: document.diagnostics)
    }
    return compile(
      root, source: SourceText(bytes), file: file, tests: tests, readsTests: readsTests)
  }

  /// Compiles a rule that was read already.
  func compile(
    _ root: YAMLNode, source: SourceText, file: String,
    tests: (bytes: [UInt8], file: String)?, readsTests: Bool
  ) -> RuleCompilation {
    var reader = RuleReader(source: source, file: file, vocabulary: vocabulary)
    reader.readsTests = readsTests
    let rule = reader.checkDocument(root) ? reader.rule(root) : nil
    let subject = reader.subject
    let (more, problems) =
      (readsTests ? tests : nil).map { readTests($0.bytes, $0.file, of: subject) } ?? ([], [])
    let own = reader.diagnostics.sorted { $0.span.start < $1.span.start }
    guard own.isEmpty, problems.isEmpty else {
      return RuleCompilation(rule: nil, diagnostics: own + problems)
    }
    return RuleCompilation(
      rule: reader.isIncomplete ? nil : rule?.adding(more), diagnostics: [])
  }

  /// Compiles a changed document of a rule, with the cases of the rule as they are.
  ///
  /// - Returns: The changed rule; `nil` when the change is a mistake.
  func compile(variant document: YAMLNode, of rule: CompiledRule) -> CompiledRule? {
    let untested = document.removing("tests")
    var reader = RuleReader(
      source: SourceText([]), file: rule.header.file, vocabulary: vocabulary)
    guard reader.checkDocument(untested), let variant = reader.rule(untested),
      reader.diagnostics.isEmpty
    else { return nil }
    return variant.with(tests: rule.tests)
  }

  /// Reads a case that a tool made up; `nil` when it is none.
  func test(_ source: RuleTestSource, of rule: CompiledRule) -> RuleTest? {
    var reader = RuleReader(
      source: SourceText([]), file: rule.header.file, vocabulary: vocabulary)
    reader.subject = rule.header.subject
    let test = reader.test(source, name: source.caseName, span: source.document.span)
    return reader.diagnostics.isEmpty ? test : nil
  }

  private func readTests(
    _ bytes: [UInt8], _ file: String, of subject: RuleHeader.Subject
  ) -> ([RuleTest], [Diagnostic]) {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else { return ([], document.diagnostics) }
    var reader = RuleReader(source: SourceText(bytes), file: file, vocabulary: vocabulary)
    reader.subject = subject
    let tests = reader.testFile(root)
    return (tests, reader.diagnostics.sorted { $0.span.start < $1.span.start })
  }
}

extension RuleReader {
  fileprivate mutating func rule(_ root: YAMLNode) -> CompiledRule? {
    let header = header(root)
    guard let match = root["match"], let condition = condition(match, Scope(subject: subject))
    else { return nil }
    let scope = Scope(current: .state, names: condition.names, subject: subject)
    let exception = root["unless"].map { StateCondition(trees: clauses($0, scope)) }
    let evidence = evidence(root["evidence"], title: header?.title ?? "", scope)
    let decayFrom = decayFrom(root["score"]?["decay"]?["from"], scope)
    let exceptable = exceptablePaths(root["exceptable_by"], scope)
    let tests = readsTests ? tests(root["tests"]) : []
    guard let header, let evidence else { return nil }
    let conditions: [any Condition] =
      [condition] + (exception.map { [NoneOfCondition(conditions: [$0])] } ?? [])
    guard areSeparable(conditions, in: root["unless"] ?? root) else { return nil }
    let whole = AllOfCondition(conditions)
    guard isAffordable(RuleCost(of: whole, header: header)) else { return nil }
    return CompiledRule(
      header: header, condition: whole, evidence: evidence,
      decayFrom: decayFrom, tests: tests, document: root, exceptable: exceptable)
  }

  private mutating func isAffordable(_ cost: RuleCost) -> Bool {
    guard cost.steps > RuleCost.budget else { return true }
    let millions = Quantity.count(cost.steps / 1_000_000)
    report(
      .tooCostly,
      "`\(cost.dominant)` makes the rule take up to \(millions) million steps, and it may take "
        + "\(Quantity.count(RuleCost.budget / 1_000_000)) million",
      at: cost.span, help: "narrow it with `within`, `after` or a shorter `lookback`")
    return false
  }

  private mutating func decayFrom(_ node: YAMLNode?, _ scope: Scope) -> Expression? {
    guard let node, let text = node.text else { return nil }
    let scope = Self.forSentences(scope)
    guard let typed = path(text, 0..<text.utf8.count, node, scope) else { return nil }
    guard typed.type == .field(.time) else {
      report(
        .wrongType, "`from` is a time", at: node.span,
        label: "this is \(typed.type.description)")
      return nil
    }
    return typed.expression
  }

  /// The lists of `exceptable_by`, which hold paths that a match has.
  private mutating func exceptablePaths(
    _ node: YAMLNode?, _ scope: Scope
  ) -> [[ExceptablePath]] {
    guard let node else { return [] }
    if node.items?.allSatisfy({ $0.items?.isEmpty == false }) != true {
      report(
        .wrongShape, "`exceptable_by` is a list of lists", at: node.span,
        help: "write `exceptable_by: [[vessel.imo, call.start]]`")
    }
    return (node.items ?? []).map { tuple in
      (tuple.items ?? []).compactMap { item in
        guard let text = text(item, key: "exceptable_by"),
          let typed = path(text, 0..<text.utf8.count, item, Self.forSentences(scope))
        else { return nil }
        return ExceptablePath(path: text, expression: typed.expression, type: typed.type)
      }
    }
  }
}
