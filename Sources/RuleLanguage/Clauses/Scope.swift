import Maritime
import StrictYAML

/// What names mean at a place in a rule.
struct Scope {
  /// Something that has fields.
  enum Subject: Hashable {
    case fact(FactKind)
    case state
  }

  /// A name that `as:` gives.
  struct Name {
    let subject: Subject
    let span: SourceSpan
    /// Whether the name stands for several facts, as in `count`.
    var isGroup = false
    /// Whether every way in which the rule fires has the name.
    var isCertain = true
    /// What the operator works out and sentences may show, such as `low` of a sum.
    var values: [String] = []
  }

  /// What a field without a name before it belongs to.
  var current: Subject?
  /// The name of that something, which may also be written before its fields.
  var currentName: String?
  var names: [String: Name] = [:]
  /// What the rule is about.
  var subject = RuleHeader.Subject.vessel
  /// Where fields without a name before them are read: of the vessel, when a definition about it
  /// stands among the clauses of a fact.
  var currentSource = FieldReference.Source.current
}

/// What rules can talk about: the facts, the vessel's fields, the ports and the zones.
struct Vocabulary: Sendable {
  let catalog: FactCatalog
  var stateFields: [FieldDeclaration]
  var gazetteer: Gazetteer
  /// What other documents of the library add.
  var library = LibraryVocabulary()

  func fields(of subject: Scope.Subject) -> [FieldDeclaration] {
    switch subject {
    case .fact(let kind): FactCatalog.commonFields + kind.fields
    case .state: stateFields
    }
  }

  func field(_ name: String, of subject: Scope.Subject) -> FieldDeclaration? {
    switch subject {
    case .fact(let kind):
      kind.index(of: name).map { kind.fields[$0] }
        ?? FactCatalog.commonFields.first { $0.name == name }
    case .state: stateFields.last { $0.name == name }
    }
  }
}
