/// A YAML text as its author laid it out: values, and every comment beside the value it is about.
///
/// A formatter writes it out again in another layout without losing a comment.
public struct YAMLLayout: Sendable {
  /// A comment, from its `#` to the end of its line.
  public struct Comment: Hashable, Sendable {
    /// The comment with its `#`, without spaces at its end.
    public let text: String
    /// Whether an empty line stands before it.
    public let hasBlankBefore: Bool

    /// Creates a comment.
    public init(text: String, hasBlankBefore: Bool) {
      self.text = text
      self.hasBlankBefore = hasBlankBefore
    }
  }

  /// A value and how it is written.
  public struct Value: Sendable {
    /// What the value is.
    public enum Content: Sendable {
      /// Text; `isQuoted` says whether it stood in quotes or a block.
      case scalar(String, isQuoted: Bool)
      /// The items of a list.
      case sequence([Element])
      /// The entries of a mapping.
      case mapping([Element])
    }

    /// What the value is.
    public var content: Content
    /// Whether it stands in brackets or braces.
    public let isFlow: Bool
    /// The comments after its last element, before it ends.
    public var tail: [Comment]
  }

  /// An item of a list or an entry of a mapping, with the comments about it.
  public struct Element: Sendable {
    /// The key; `nil` for an item.
    public let key: String?
    /// The value.
    public var value: Value
    /// The comments on lines of their own before it.
    public var leading: [Comment]
    /// The comments on its own line.
    public var trailing: [Comment]
    /// Whether an empty line stands before it, after its leading comments.
    public let hasBlankBefore: Bool
  }

  /// The whole document.
  public let root: Value

  /// Reads a text that has no errors.
  ///
  /// - Parameters:
  ///   - root: What `readYAML` made of `source`.
  ///   - source: The text.
  /// - Complexity: O(*n* log *n*) in the number of bytes.
  public init(_ root: YAMLNode, source: SourceText) {
    var builder = YAMLLayoutBuilder(root, source: source)
    self.root = builder.layout(root)
  }
}

extension YAMLLayout.Value {
  /// The elements of a list or mapping; none for text.
  public var elements: [YAMLLayout.Element] {
    switch content {
    case .scalar: []
    case .sequence(let elements), .mapping(let elements): elements
    }
  }

  /// Whether a comment stands anywhere inside it.
  public var hasComments: Bool {
    !tail.isEmpty
      || elements.contains {
        !$0.leading.isEmpty || !$0.trailing.isEmpty || $0.value.hasComments
      }
  }
}
