/// Everything that the strict reader refuses, with the names that never change.
public enum YAMLProblem: String, CaseIterable, Sendable {
  /// The text is larger than its limit.
  case tooLarge = "yaml-too-large"
  /// Some bytes are not UTF-8.
  case invalidUTF8 = "invalid-utf8"
  /// A character that a screen does not show.
  case controlCharacter = "control-character"
  /// A character that changes the order in which text is shown.
  case bidirectionalCharacter = "bidirectional-character"
  /// A tab where indentation counts.
  case tabIndentation = "tab-indentation"
  /// The text breaks YAML's own grammar.
  case syntax = "yaml-syntax"
  /// There is nothing but comments and blank lines.
  case emptyDocument = "empty-document"
  /// A second document starts.
  case severalDocuments = "several-documents"
  /// Lists and mappings stand too deep in one another.
  case tooDeep = "yaml-too-deep"
  /// A tag such as `!!int`.
  case tag = "yaml-tag"
  /// An anchor such as `&name`.
  case anchor = "yaml-anchor"
  /// An alias such as `*name`.
  case alias = "yaml-alias"
  /// The merge key `<<`.
  case mergeKey = "yaml-merge-key"
  /// A list or a mapping as a key.
  case nonScalarKey = "non-scalar-key"
  /// A key that its mapping has already.
  case duplicateKey = "duplicate-key"
  /// A line such as `%YAML 1.1`.
  case directive = "yaml-directive"

  /// The stable name, in kebab case.
  public var id: String { rawValue }

  /// The stable code, from `E001` to `E019`; the rule language's own start at `E020`.
  public var code: String {
    let number = (Self.allCases.firstIndex(of: self) ?? 0) + 1
    return number < 10 ? "E00\(number)" : "E0\(number)"
  }

  /// One sentence for the reference page.
  public var summary: String {
    switch self {
    case .tooLarge: "A file is larger than its limit."
    case .invalidUTF8: "A file must be UTF-8."
    case .controlCharacter: "A control character may hide what a text says."
    case .bidirectionalCharacter: "A bidirectional character may show a text in another order."
    case .tabIndentation: "Indentation is made of spaces."
    case .syntax: "The text is not YAML."
    case .emptyDocument: "A file needs something to read."
    case .severalDocuments: "A file holds one document."
    case .tooDeep: "Lists and mappings stand too deep in one another."
    case .tag: "Tags are refused: the place of a value decides its type."
    case .anchor: "Anchors are refused: what is written is what is meant."
    case .alias: "Aliases are refused: what is written is what is meant."
    case .mergeKey: "Merge keys are refused: what is written is what is meant."
    case .nonScalarKey: "A key is text."
    case .duplicateKey: "A key stands once in its mapping."
    case .directive: "Directives are refused."
    }
  }

  func diagnostic(
    _ message: String, file: String, span: SourceSpan, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code, id: id, message: message, file: file, span: span, label: label, notes: notes,
      help: help)
  }
}
