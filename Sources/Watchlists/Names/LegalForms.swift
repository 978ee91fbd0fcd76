/// Legal forms of companies and what ships' names begin with: one table for all comparisons.
struct LegalForms {
  /// Spellings that are a legal form and nothing else, with the one that stands for all.
  static let words: [String: String] = {
    let own = [
      "ab", "ag", "as", "bv", "cjsc", "co", "corp", "dmcc", "fze", "gmbh", "inc", "jsc", "llc",
      "llp", "ltd", "nv", "ojsc", "oy", "pjsc", "plc", "pte", "pty", "pvt", "sa", "sal", "sarl",
      "spa", "srl",
    ]
    let others = [
      "ao": "jsc", "company": "co", "corporation": "corp", "fzco": "fze", "fzllc": "fze",
      "incorporated": "inc", "kompaniya": "co", "limited": "ltd", "oao": "ojsc", "ooo": "llc",
      "pao": "pjsc", "zao": "cjsc",
    ]
    return others.merging(own.map { ($0, $0) }) { first, _ in first }
  }()

  /// Forms of several words, the longest first, with the one word that stands for them.
  static let phrases: [(words: [String], form: String)] = [
    ("public joint stock company", "pjsc"), ("open joint stock company", "ojsc"),
    ("closed joint stock company", "cjsc"), ("joint stock company", "jsc"),
    ("limited liability company", "llc"), ("public limited company", "plc"),
    ("company limited", "coltd"), ("co ltd", "coltd"), ("co limited", "coltd"),
    ("company ltd", "coltd"), ("private limited", "pteltd"), ("pte ltd", "pteltd"),
    ("pvt ltd", "pteltd"), ("pte limited", "pteltd"), ("sdn bhd", "sdnbhd"),
    ("free zone establishment", "fze"),
  ].map { phrase, form in (phrase.split(separator: " ").map(String.init), form) }
    .sorted { ($1.words.count, $0.form) < ($0.words.count, $1.form) }

  /// The words with which those begin or end: most names have none of them.
  static let endsOfPhrases = Set(
    phrases.flatMap { [$0.words.first, $0.words.last].compactMap(\.self) })

  /// Motor vessel, motor tanker, steamship, fishing vessel and so on.
  static let shipPrefixes: Set<String> = [
    "mv", "mt", "ms", "ss", "fv", "mts", "lpg", "lng", "lpgc",
  ]
}
