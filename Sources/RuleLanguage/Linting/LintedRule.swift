import Maritime
import StrictYAML

/// A compiled rule with its text, as lints look at it.
struct LintedRule: Sendable {
  let rule: CompiledRule
  let document: LintedDocument
  /// The file of tests beside the rule.
  let tests: LintedDocument?
  /// Every list of clauses, in file order.
  let lists: [ClauseList]
  private let vocabulary: Vocabulary

  init(
    _ rule: CompiledRule, source: SourceText, tests: LintedDocument?, vocabulary: Vocabulary
  ) {
    self.rule = rule
    self.tests = tests
    self.vocabulary = vocabulary
    document = LintedDocument(file: rule.header.file, root: rule.document, source: source)
    var reader = ClauseListReader(clauses: rule.condition.clauses, catalog: vocabulary.catalog)
    let kept = (rule.document.entries ?? []).filter { ["match", "unless"].contains($0.key) }
    reader.read(YAMLNode(.mapping(kept), span: rule.document.span))
    lists = reader.lists
  }

  var header: RuleHeader { rule.header }
  var root: YAMLNode { document.root }
  var isStable: Bool { header.status == .stable }

  /// The value of a top-level key, or of a path of keys.
  func node(_ path: String...) -> YAMLNode? {
    path.reduce(root as YAMLNode?) { node, key in node?[key] }
  }

  /// The place of a top-level key; the start of the file when it is left out.
  func keySpan(_ key: String) -> SourceSpan {
    root.entries?.first { $0.key == key }?.keySpan ?? header.span
  }

  /// Every mapping below `match`, in file order.
  var operators: [YAMLNode] { root["match"].map(\.mappings) ?? [] }

  /// The cases that the rule carries, in the rule and beside it.
  var cases: [(node: YAMLNode, document: LintedDocument)] {
    let own = (root["tests"]?.items ?? []).map { ($0, document) }
    guard let tests else { return own }
    let items = tests.root.items ?? tests.root["tests"]?.items ?? []
    return own + items.map { ($0, tests) }
  }

  /// The declaration of the field that a value is.
  func declaration(of expression: Expression, in list: ClauseList) -> FieldDeclaration? {
    guard case .field(let reference) = expression else { return nil }
    let subject: Scope.Subject? =
      switch reference.source {
      case .state: .state
      case .current: list.kind.map(Scope.Subject.fact) ?? .state
      case .named(let name): rule.condition.names[name]?.subject
      }
    return subject.flatMap { vocabulary.field(reference.field, of: $0) }
  }
}

extension YAMLNode {
  /// This node and all below that are mappings, in file order.
  var mappings: [YAMLNode] {
    switch content {
    case .scalar: []
    case .sequence(let items): items.flatMap(\.mappings)
    case .mapping(let entries): [self] + entries.flatMap(\.value.mappings)
    }
  }

  /// The entry of a key in a mapping.
  func entry(_ key: String) -> YAMLEntry? { entries?.first { $0.key == key } }
}
