/// How much each part of a comparison of names counts, in thousandths of a nat.
///
/// A comparison adds up the evidence that two names are one: a part that two names share by chance
/// in one case of a hundred counts log 100. The weights are our own defaults: a logistic regression
/// on made-up names with planted spellings, rounded, with what only the making of those names
/// explains left out (`docs/decisions/0006-name-matching.md`).
struct MatchWeights: Sendable {
  /// How much of its evidence a shared word keeps, in thousandths, by how alike the two words are.
  let evidence: [TokenRelation: Int32] = [
    .equal: 750, .sound: 750, .oneLetter: 800, .oneSound: 1250, .twoLetters: 1300, .joined: 750,
  ]
  /// What being alike only so far costs.
  let cost: [TokenRelation: Int32] = [
    .equal: 0, .sound: 0, .oneLetter: 600, .oneSound: 5000, .twoLetters: 5600, .joined: 0,
  ]
  /// A letter that may stand for a word.
  let initial: Int32 = 1500
  /// A number in one name and not in the other: ships of one owner differ by it.
  let number: Int32 = -7500
  /// A word of the query that the listed name lacks.
  let extraWord: Int32 = -1600
  /// A word in the middle of the listed name that the query leaves out, such as a patronymic.
  let missingMiddle: Int32 = -800
  /// A word at an end of the listed name that the query leaves out.
  let missingEnd: Int32 = -1000
  /// Two companies with different legal forms.
  let otherForm: Int32 = -2500
  /// A legal form in the query alone.
  let extraForm: Int32 = -1500
  /// Each damage after the first, because one mistake is common and two are not.
  let furtherDamage: Int32 = -1400
  /// Each word, because longer names share more by chance.
  let word: Int32 = -430

  /// The least that a word of the query costs that stands for nothing.
  var cheapestMiss: Int32 { max(number, extraWord) }

  /// The odds before anything is compared: by how much names of a kind are alike, and the smaller
  /// the more names there are, because each of them may be met by chance.
  func prior(of shelf: NameShelf) -> Int32 {
    let base: Int32 =
      switch shelf.kind {
      case .person: -8800
      case .company: -5500
      case .vessel, .other: -4700
      }
    return base + thousandthsOfLogarithm(NameShelf.leastNames) - shelf.size
  }

  /// The weights that are used.
  static let standard = MatchWeights()
}

/// How alike two words are, the closest first.
enum TokenRelation: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// The same letters.
  case equal
  /// Spellings of one sound in different systems of transliteration.
  case sound
  /// One letter added, left out, replaced or swapped with its neighbour.
  case oneLetter
  /// One such change between the sounds.
  case oneSound
  /// Two such changes, in words of seven letters and more.
  case twoLetters
  /// Two words of one name written as one in the other.
  case joined

  static func < (a: TokenRelation, b: TokenRelation) -> Bool { a.rawValue < b.rawValue }
}
