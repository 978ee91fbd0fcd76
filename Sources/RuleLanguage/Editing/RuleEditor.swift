public import Maritime
import StrictYAML

/// What an editor asks about a rule document while somebody types it.
///
/// Every answer comes from the text alone, also from one that does not compile. Places are bytes.
public struct RuleEditor: Sendable {
  let vocabulary: Vocabulary
  /// Names of lists to offer, beside those that the language knows.
  let lists: [String]

  /// Creates an editor's helper.
  ///
  /// - Parameters:
  ///   - catalog: The kinds of fact that rules may ask for.
  ///   - stateFields: The fields that rules read as `vessel.…`.
  ///   - gazetteer: The ports and zones that rules may name.
  ///   - lists: The watchlists and regimes that rules may name.
  public init(
    catalog: FactCatalog, stateFields: [FieldDeclaration] = VesselIdentity.stateFields,
    gazetteer: Gazetteer, lists: [String] = []
  ) {
    vocabulary = Vocabulary(catalog: catalog, stateFields: stateFields, gazetteer: gazetteer)
    self.lists = Set(lists + ["any-designated"]).sorted()
  }

  private init(vocabulary: Vocabulary, lists: [String]) {
    self.vocabulary = vocabulary
    self.lists = Set(lists).sorted()
  }

  /// The same with what a library adds: its zones, ports, lists, tables and definitions.
  public func knowing(_ library: CompiledLibrary) -> RuleEditor {
    RuleEditor(
      vocabulary: library.compiler.vocabulary, lists: lists + library.lists.map(\.id))
  }

  func outline(_ bytes: [UInt8], _ file: String) -> RuleOutline {
    RuleOutline(bytes, file: file, vocabulary: vocabulary)
  }
}

/// Something to put where the cursor is.
public struct EditorCompletion: Hashable, Sendable {
  /// What it is, for the sign beside it.
  public enum Role: String, Hashable, Sendable {
    /// A key of a mapping.
    case key
    /// A field of a fact or of the vessel.
    case field
    /// A kind of fact.
    case fact
    /// One of a few words.
    case word
    /// A word of the language.
    case keyword
    /// A unit.
    case unit
    /// A list, port, group of ports or zone.
    case reference
    /// A name that the document gives.
    case name
    /// A function.
    case function
  }

  /// What is shown.
  public let label: String
  /// What it is.
  public let role: Role
  /// A few words beside the label.
  public let detail: String
  /// One sentence.
  public let documentation: String
  /// What is inserted.
  public let text: String
  /// The bytes that it replaces.
  public let range: Range<Int>
}

/// What a place means.
public struct EditorHover: Hashable, Sendable {
  /// The meaning, as Markdown.
  public let text: String
  /// The bytes that it is about.
  public let range: Range<Int>
}

/// A part of a document, for an outline view.
public struct EditorSymbol: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// A few words beside the name.
  public let detail: String
  /// All its bytes.
  public let range: Range<Int>
  /// The bytes of its name.
  public let nameRange: Range<Int>
  /// The parts of the part.
  public let children: [EditorSymbol]
}
