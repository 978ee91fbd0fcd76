public import StrictYAML

/// A document of a library, as tools list it.
public struct LibraryDocument: Hashable, Sendable {
  /// What it is.
  public let kind: DocumentKind
  /// Its name; that of the file without its ending when the document has none.
  public let id: String
  /// The file.
  public let file: String
  /// The place of its first key.
  public let span: SourceSpan
  /// The names that other documents may use, such as `@values/min-gap`, in file order.
  public let gives: [Name]
  /// The names of other documents that it uses, sorted.
  public let uses: [String]

  /// A name that a document gives, and where.
  public struct Name: Hashable, Sendable {
    /// The name as it is used: `@lists/our-watch`, or `use: dark-enough`.
    public let text: String
    /// Where it is given.
    public let span: SourceSpan
  }
}
