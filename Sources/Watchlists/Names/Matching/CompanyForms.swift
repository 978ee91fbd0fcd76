/// Legal forms of companies, each under one spelling.
struct CompanyForms {
  /// Forms of one word that stand for another spelling of the same form.
  private static let words: [[UInt8]: [UInt8]] = bytes([
    "limited": "ltd", "corporation": "corp", "incorporated": "inc", "company": "co",
    "ooo": "llc", "oao": "ojsc", "zao": "cjsc", "pao": "pjsc", "ao": "jsc", "fzco": "fze",
    "kompaniya": "co",
  ])

  /// Forms of several words, the longest first.
  private static let phrases: [(words: [[UInt8]], form: [UInt8])] = [
    ("public joint stock company", "pjsc"), ("open joint stock company", "ojsc"),
    ("closed joint stock company", "cjsc"), ("joint stock company", "jsc"),
    ("limited liability company", "llc"), ("public limited company", "plc"),
    ("company limited", "coltd"), ("co ltd", "coltd"), ("co limited", "coltd"),
    ("company ltd", "coltd"), ("private limited", "pteltd"), ("pte ltd", "pteltd"),
    ("pvt ltd", "pteltd"), ("pte limited", "pteltd"), ("sdn bhd", "sdnbhd"),
    ("free zone establishment", "fze"),
  ].map { phrase, form in
    (phrase.split(separator: " ").map { Array($0.utf8) }, Array(form.utf8))
  }.sorted { $0.0.count > $1.0.count }

  /// The spellings that are legal forms and nothing else.
  static let all: Set<[UInt8]> = Set(
    [
      "ltd", "llc", "corp", "inc", "gmbh", "sa", "pjsc", "ojsc", "cjsc", "jsc", "fze", "coltd",
      "pteltd", "plc", "llp", "bv", "nv", "ag", "ab", "as", "oy", "spa", "srl", "sarl", "sal",
      "dmcc", "pty", "sdnbhd", "co",
    ].map { Array($0.utf8) })

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

  private static let prefixes: Set<[UInt8]> = Set(
    ["mv", "mt", "ms", "ss", "fv", "mts", "lpg", "lng", "lpgc"].map { Array($0.utf8) })

  /// How many words before a ship's name say what ship it is: `MV`, or `M` and `V`.
  static func shipPrefixLength(_ words: [[UInt8]]) -> Int {
    guard words.count > 1 else { return 0 }
    if words[0].count == 1, words[1].count == 1, prefixes.contains(words[0] + words[1]) { return 2 }
    return prefixes.contains(words[0]) ? 1 : 0
  }

  private static func bytes(_ table: [String: String]) -> [[UInt8]: [UInt8]] {
    Dictionary(uniqueKeysWithValues: table.map { (Array($0.key.utf8), Array($0.value.utf8)) })
  }
}
