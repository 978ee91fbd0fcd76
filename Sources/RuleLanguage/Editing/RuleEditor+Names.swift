import StrictYAML

/// Why a name cannot be changed.
public struct RenameError: Error, Hashable, Sendable {
  /// One lower-case sentence.
  public let message: String
}

extension RuleEditor {
  /// Where the name at a place is given; `nil` when no name of the document is there.
  public func definition(in bytes: [UInt8], file: String, at offset: Int) -> Range<Int>? {
    let document = outline(bytes, file)
    guard let use = document.uses.first(where: { $0.range.touches(offset) }) else { return nil }
    return document.names.first { $0.name == use.name }?.range
  }

  /// The name at a place that another document gives: `zones` and `kp-eez` for `@zones/kp-eez`,
  /// `clauses` and a name for the group behind `use:`.
  public func reference(
    in bytes: [UInt8], file: String, at offset: Int
  ) -> (family: String, name: String)? {
    let document = outline(bytes, file)
    let entry = document.outline.entries.last { $0.textRange?.touches(offset) == true }
    if entry?.key == "use", let name = entry?.text { return ("clauses", name) }
    guard let (token, _) = document.token(at: offset), token.kind == .reference else { return nil }
    let parts = token.text.dropFirst().split(separator: "/", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// The name at a place that `rename` could change.
  public func renamable(
    in bytes: [UInt8], file: String, at offset: Int
  ) -> (name: String, range: Range<Int>)? {
    let document = outline(bytes, file)
    return document.uses.first { $0.range.touches(offset) }.map { ($0.name, $0.range) }
  }

  /// Every place to replace when the name at a place becomes `newName`.
  ///
  /// A fact that has its name from its kind gets an `as:`, which the first edit adds.
  ///
  /// - Throws: `RenameError` when there is no name or the new one cannot be a name.
  public func rename(
    in bytes: [UInt8], file: String, at offset: Int, to newName: String
  ) throws(RenameError) -> [EditorEdit] {
    let document = outline(bytes, file)
    guard let use = document.uses.first(where: { $0.range.touches(offset) }) else {
      throw RenameError(message: "no name of this document stands here")
    }
    let reserved = ClauseParser.keywords.union(["vessel", "now", "entry"])
    guard isSnakeCase(newName), !reserved.contains(newName) else {
      throw RenameError(message: "`\(newName)` cannot be a name")
    }
    guard use.name == newName || !document.names.contains(where: { $0.name == newName }) else {
      throw RenameError(message: "the document has a name `\(newName)` already")
    }
    guard let given = document.names.first(where: { $0.name == use.name }) else { return [] }
    // The kind of a fact stays what it is.
    let isKind = given.fact == given.name && !document.isAsName(given.range)
    return document.uses.filter { $0.name == use.name }.map { use in
      let isGiving = isKind && use.range == given.range
      return EditorEdit(
        range: isGiving ? document.startOfKey(before: use.range) : use.range,
        text: isGiving ? document.asEntry(newName, before: use.range) : newName)
    }
  }

  /// The places in a file of tests that cite a name of its rule.
  public func citations(of name: String, in bytes: [UInt8], file: String) -> [Range<Int>] {
    outline(bytes, file).citedUses.filter { $0.name == name }.map(\.range)
  }
}

/// A replacement of some bytes.
public struct EditorEdit: Hashable, Sendable {
  /// The bytes to replace; empty to insert.
  public let range: Range<Int>
  /// What replaces them.
  public let text: String

  /// Creates a replacement.
  public init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }
}

extension Range<Int> {
  /// Whether a cursor before, in or right behind the range is at it.
  func touches(_ offset: Int) -> Bool { lowerBound <= offset && offset <= upperBound }
}

extension RuleOutline {
  /// The word of a clause at a place, and the bytes where it stands.
  func token(at offset: Int) -> (token: ClauseToken, range: Range<Int>)? {
    for index in outline.entries.indices.reversed() {
      guard let range = outline.entries[index].textRange, range.touches(offset),
        let text = outline.entries[index].text, kind(of: index)?.isClauseText == true
      else { continue }
      let inside = offset - range.lowerBound
      guard
        let token = clauseTokens(text).first(where: {
          $0.kind != .end && $0.range.contains(inside)
        }) ?? clauseTokens(text).first(where: { $0.kind != .end && $0.range.upperBound == inside })
      else { return nil }
      let start = range.lowerBound + token.range.lowerBound
      return (token, start..<start + token.range.count)
    }
    return nil
  }

  fileprivate func isAsName(_ range: Range<Int>) -> Bool {
    let index = outline.entries.firstIndex { $0.textRange == range }
    if case .newName? = index.flatMap({ kind(of: $0) }) { return true }
    return false
  }

  fileprivate func startOfKey(before range: Range<Int>) -> Range<Int> {
    let start = outline.entries.first { $0.textRange == range }?.head.lowerBound ?? range.lowerBound
    return start..<start
  }

  /// `as: name` in front of `fact:`, on a line of its own unless the mapping stands in braces.
  fileprivate func asEntry(_ name: String, before range: Range<Int>) -> String {
    guard let entry = outline.entries.first(where: { $0.textRange == range }) else { return "" }
    if entry.isFlow { return "as: \(name), " }
    return "as: \(name)\n" + String(repeating: " ", count: entry.column)
  }
}
