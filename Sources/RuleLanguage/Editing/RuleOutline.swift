import Maritime
import StrictYAML

/// A document that is being typed, with what its places mean in the rule language.
struct RuleOutline {
  /// A name that `as:` gives, or the kind of a fact that has no other name.
  struct Name: Hashable {
    let name: String
    /// The kind of fact behind it; `nil` for the vessel's own fields.
    let fact: String?
    let range: Range<Int>
  }

  let bytes: [UInt8]
  let outline: YAMLOutline
  let vocabulary: Vocabulary
  /// Every name, in the order of the text.
  let names: [Name]
  /// What each entry holds, in the order of the outline.
  private let kinds: [ValueKind?]

  init(_ bytes: [UInt8], file: String, vocabulary: Vocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    let outline = YAMLOutline(bytes)
    self.outline = outline
    let root = Self.documentKind(outline, file)
    var kinds: [ValueKind?] = []
    var keys: [Int: [String]] = [:]
    for entry in outline.entries { keys[entry.parent ?? -1, default: []] += [entry.key ?? ""] }
    for entry in outline.entries {
      let around = entry.parent.map { kinds[$0] } ?? root
      kinds.append(
        entry.key.map {
          around?.entry($0, among: keys[entry.parent ?? -1] ?? [], isText: entry.text != nil)
        } ?? around?.item)
    }
    self.kinds = kinds
    names = Self.names(outline, kinds)
    self.root = root
  }

  /// What the document is.
  let root: ValueKind?

  /// What stands behind an entry; for `nil` the document.
  func kind(of index: Int?) -> ValueKind? { index.map { kinds[$0] } ?? root }

  private static func documentKind(_ outline: YAMLOutline, _ file: String) -> ValueKind? {
    let name = outline.child("kind", of: nil).flatMap { outline.entries[$0].text }
    if let name, let table = KeyTable.document(name) { return .mapping(table) }
    if file.hasSuffix(".tests.yaml") || outline.child("tests", of: nil) == 0 {
      return .either([.mapping(.testFile), .list(.mapping(.test))])
    }
    return name == nil || name == "" ? .mapping(.rule) : nil
  }

  private static func names(_ outline: YAMLOutline, _ kinds: [ValueKind?]) -> [Name] {
    outline.entries.indices.flatMap { index -> [Name] in
      let entry = outline.entries[index]
      guard let text = entry.text, let range = entry.textRange else { return [] }
      let sibling = { (key: String) in
        outline.child(key, of: entry.parent).flatMap { outline.entries[$0].text }
      }
      if case .newName? = kinds[index] {
        // The names of a path stand in a list, beside `over:`.
        let around = entry.key == nil ? entry.parent.flatMap { outline.entries[$0].parent } : nil
        let over = around.flatMap { outline.child("over", of: $0) }
          .flatMap { outline.entries[$0].text }
        return [Name(name: text, fact: sibling("fact") ?? over, range: range)]
      }
      guard case .factKind? = kinds[index], entry.key == "fact", sibling("as") == nil,
        !outline.ancestors(of: index).contains(where: { outline.entries[$0].key == "facts" })
      else { return [] }
      return [Name(name: text, fact: text, range: range)]
    }
  }
}

extension RuleOutline {
  /// What a field without a name before it belongs to, for text behind an entry.
  func subject(of index: Int) -> Scope.Subject? {
    for ancestor in outline.ancestors(of: index) {
      let entry = outline.entries[ancestor]
      if entry.key == "unless" || entry.key == "state" { return .state }
      for key in ["fact", "over"] {
        if let fact = outline.child(key, of: entry.parent), fact != ancestor,
          let name = outline.entries[fact].text
        {
          return vocabulary.catalog.kind(name).map(Scope.Subject.fact)
        }
      }
      // `measure`, `field` and `distinct` ask about the fact under `of`.
      if let of = outline.child("of", of: entry.parent), of != ancestor,
        let fact = outline.child("fact", of: of), let name = outline.entries[fact].text
      {
        return vocabulary.catalog.kind(name).map(Scope.Subject.fact)
      }
    }
    return .state
  }

  /// What a name stands for.
  func subject(named name: String) -> Scope.Subject? {
    if name == "vessel" { return .state }
    guard let known = names.first(where: { $0.name == name }) else { return nil }
    guard let fact = known.fact else { return .state }
    return vocabulary.catalog.kind(fact).map(Scope.Subject.fact)
  }

  /// The field that a path such as `gap.end` or `duration` names, and what it belongs to.
  func field(
    _ path: String, from subject: Scope.Subject?
  ) -> (field: FieldDeclaration, owner: Scope.Subject)? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, let owner = self.subject(named: parts[0]) {
      return vocabulary.field(parts[1], of: owner).map { ($0, owner) }
    }
    return subject.flatMap { owner in vocabulary.field(parts[0], of: owner).map { ($0, owner) } }
  }

  /// The word of a path that a place is in, with the words before it.
  func word(_ path: String, at offset: Int) -> (before: [String], word: String) {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var end = 0
    for (index, part) in parts.enumerated() {
      end += part.utf8.count + 1
      if offset < end { return (Array(parts[..<index]), part) }
    }
    return (Array(parts.dropLast()), parts.last ?? "")
  }
}
