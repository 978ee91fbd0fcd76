/// The words by which a name is compared: in Latin letters, lower-case, without what says nothing.
///
/// A ship's prefix and the article of Arabic names are left out, and legal forms have one spelling
/// each. Names are cut after `longest` words, which no real name has.
struct NameWords {
  /// Our own default.
  static let longest = 12
  private static let longestWord = 32

  let words: [[UInt8]]

  init(_ name: String, kind: Designation.Kind) {
    let all = Self.split(name)
    let words =
      switch kind {
      case .vessel: Self.withoutShipPrefix(all)
      case .company: CompanyForms.canonical(all)
      case .person: Self.withoutArticles(all)
      case .other: all
      }
    self.words = words.prefix(Self.longest).map { Array($0.prefix(Self.longestWord)) }
  }

  private static func split(_ name: String) -> [[UInt8]] {
    if let words = asciiWords(name.utf8) ?? LetterTable.words(of: name) { return words }
    return foldedWords(of: Transliteration.latin(name)).map { Array($0.utf8) }
  }

  /// The words of a name in ASCII; `nil` for any other.
  ///
  /// Splits as `foldedWords` does: dots and apostrophes join, all other punctuation separates.
  private static func asciiWords(_ text: String.UTF8View) -> [[UInt8]]? {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text {
      switch byte {
      case 48...57, 97...122: word.append(byte)
      case 65...90: word.append(byte | 32)
      case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      case 128...: return nil
      default:
        if !word.isEmpty {
          words.append(word)
          word = []
        }
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func withoutShipPrefix(_ words: [[UInt8]]) -> [[UInt8]] {
    let kept = CompanyForms.shipPrefixLength(words)
    return kept < words.count ? Array(words.dropFirst(kept)) : words
  }

  private static let articles: Set<[UInt8]> = [
    Array("al".utf8), Array("el".utf8), Array("ul".utf8), Array("ibn".utf8), Array("bin".utf8),
  ]

  private static func withoutArticles(_ words: [[UInt8]]) -> [[UInt8]] {
    let kept = words.filter { $0.count > 3 || !articles.contains($0) }
    return kept.isEmpty ? words : kept
  }
}
