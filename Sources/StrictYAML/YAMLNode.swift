/// A value in a YAML text.
///
/// Every scalar is text: whoever asks for the value decides its type.
public struct YAMLNode: Hashable, Sendable {
  /// What the value is.
  public enum Content: Hashable, Sendable {
    /// Text; `isQuoted` says whether it stood in quotes or a block.
    case scalar(String, isQuoted: Bool)
    /// A list, in file order.
    case sequence([YAMLNode])
    /// Keys and values, in file order, without duplicate keys.
    case mapping([YAMLEntry])
  }

  /// What the value is.
  public let content: Content
  /// Where it stands.
  public let span: SourceSpan

  /// Creates a node.
  public init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The text of a scalar; `nil` for lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a list; `nil` for anything else.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping; `nil` for anything else.
  public var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of `key` in a mapping; `nil` when there is none.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    // Only what is found is copied.
    for index in entries.indices where entries[index].key == key { return entries[index].value }
    return nil
  }
}

/// One key of a mapping with its value.
public struct YAMLEntry: Hashable, Sendable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let keySpan: SourceSpan
  /// The value.
  public let value: YAMLNode

  /// Creates an entry.
  public init(key: String, keySpan: SourceSpan, value: YAMLNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

/// What the reader made of a text: a node, or at least one error.
public struct YAMLDocument: Sendable {
  /// The root; `nil` when the text could not be read.
  public let root: YAMLNode?
  /// Everything the author should know, in file order.
  public let diagnostics: [Diagnostic]

  /// Creates a document.
  public init(root: YAMLNode?, diagnostics: [Diagnostic]) {
    self.root = root
    self.diagnostics = diagnostics
  }
}
