/// What a text that is being typed seems to hold: keys, items and texts, read line by line.
///
/// An editor needs it where `readYAML` sees only an error. For a text without errors both agree
/// on keys, texts and places; no text is too broken for an outline.
public struct YAMLOutline: Sendable {
  /// A key or an item.
  public struct Entry: Hashable, Sendable {
    /// The entry whose value it is part of; `nil` at the top.
    public let parent: Int?
    /// The key; `nil` for an item.
    public let key: String?
    /// The bytes of the key, or of the dash.
    public let head: Range<Int>
    /// The column of the head, from 0.
    public let column: Int
    /// Whether it stands in brackets or braces.
    public let isFlow: Bool
    /// Whether a `:` follows the key.
    public internal(set) var hasColon = true
    /// The text behind it, without quotes; `nil` when there is none.
    public internal(set) var text: String?
    /// The bytes of `text` within its quotes.
    public internal(set) var textRange: Range<Int>?
    /// The byte after everything that belongs to it.
    public internal(set) var end: Int
  }

  /// Brackets or braces, whether closed or not.
  public struct Brackets: Hashable, Sendable {
    /// The entry whose value they are; `nil` at the top.
    public let owner: Int?
    /// Whether they are braces.
    public let isMapping: Bool
    /// From the opening sign up to, not including, the closing sign.
    public internal(set) var range: Range<Int>
  }

  /// The entries in the order of the text; an entry stands before those inside it.
  public internal(set) var entries: [Entry] = []
  /// The brackets in the order of their opening.
  public internal(set) var brackets: [Brackets] = []
  /// Every comment, with its `#`.
  public internal(set) var comments: [Range<Int>] = []

  /// Reads a text.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ bytes: [UInt8]) {
    var reader = YAMLOutlineReader(bytes)
    reader.read()
    self = reader.outline
  }

  init() {}

  /// The entries directly inside `parent`, or at the top.
  public func children(of parent: Int?) -> [Int] {
    entries.indices.filter { entries[$0].parent == parent }
  }

  /// The entry with a key directly inside `parent`.
  public func child(_ key: String, of parent: Int?) -> Int? {
    entries.indices.first { entries[$0].parent == parent && entries[$0].key == key }
  }

  /// The entries around one, from the inside out, the one itself first.
  public func ancestors(of index: Int?) -> [Int] {
    Array(sequence(first: index) { $0.map { entries[$0].parent } ?? nil }.prefix { $0 != nil })
      .compactMap(\.self)
  }
}
