/// The legal forms of names that are compared word by word, each under one spelling.
struct CompanyForms {
  /// Spellings of forms of one word, each with the one that stands for it.
  private static let words = Dictionary(
    uniqueKeysWithValues: LegalForms.words.map { (Array($0.key.utf8), Array($0.value.utf8)) })

  /// Forms of several words, the longest first.
  private static let phrases = LegalForms.phrases.map { phrase in
    (words: phrase.words.map { Array($0.utf8) }, form: Array(phrase.form.utf8))
  }

  /// The spellings that are legal forms and nothing else.
  static let all = Set(words.values).union(phrases.map(\.form))

  /// The first words of forms, so that most words need one look.
  private static let starts: Set<[UInt8]> = Set(phrases.map { $0.words[0] })

  /// Puts one spelling in the place of each legal form.
  static func canonical(_ name: [[UInt8]]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var index = 0
    while index < name.count {
      let rest = name[index...]
      if starts.contains(name[index]),
        let phrase = phrases.first(where: { rest.starts(with: $0.words) })
      {
        words.append(phrase.form)
        index += phrase.words.count
      } else {
        words.append(Self.words[name[index]] ?? name[index])
        index += 1
      }
    }
    return words
  }

  private static let prefixes = Set(LegalForms.shipPrefixes.map { Array($0.utf8) })

  /// How many words before a ship's name say what ship it is: `MV`, or `M` and `V`.
  static func shipPrefixLength(_ words: [[UInt8]]) -> Int {
    guard words.count > 1 else { return 0 }
    if words[0].count == 1, words[1].count == 1, prefixes.contains(words[0] + words[1]) { return 2 }
    return prefixes.contains(words[0]) ? 1 : 0
  }
}
