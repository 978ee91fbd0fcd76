/// What each letter of the usual alphabets becomes, so that most names need no transforms.
///
/// Says what `foldedWords` says of a name in Latin letters, letter by letter. Whatever depends on
/// its neighbours, such as a combining mark or a letter of a script that Foundation transforms, is
/// left to those.
struct LetterTable {
  /// What a letter does to a word.
  private enum Role {
    /// It becomes these letters; none when it joins what is before with what comes after.
    case letters([UInt8])
    case separates
    case depends
  }

  /// Latin with its marks, Greek and Cyrillic: the letters up to U+045F.
  private static let roles: [Role] = (UInt32(0)..<0x460).map { value in
    Unicode.Scalar(value).map(role) ?? .depends
  }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    let isMark = scalar.properties.canonicalCombiningClass != .notReordered
    if isMark || Transliteration.needsTransform(scalar) { return .depends }
    let words = foldedWords(of: Transliteration.latin("a\(scalar)b"))
    if words == ["a", "b"] { return .separates }
    guard words.count == 1, let word = words.first, word.hasPrefix("a"), word.hasSuffix("b") else {
      return .depends
    }
    return .letters(Array(word.utf8.dropFirst().dropLast()))
  }

  /// The words of a name; `nil` when a letter depends on its neighbours.
  static func words(of name: String) -> [[UInt8]]? {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for scalar in name.unicodeScalars {
      guard scalar.value < roles.count else { return nil }
      switch roles[Int(scalar.value)] {
      case .depends: return nil
      case .letters(let letters): word += letters
      case .separates:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
