import Foundation

/// A name in the form in which two spellings of the same name are equal.
///
/// Case, diacritics, punctuation, ship prefixes (M/V, MT, …) and company forms (LLC, OOO, …) do not
/// count. The order of words does, and so does the script: nothing is transliterated.
public struct NormalisedName: Hashable, Sendable, Comparable {
  /// The words, lower-case, joined by single spaces; never empty.
  public let text: String

  /// Normalises a name of a subject of `kind`.
  ///
  /// Returns `nil` when no letter or digit is left.
  public init?(_ name: String, kind: Designation.Kind) {
    let words = foldedWords(of: name)
    let core =
      switch kind {
      case .vessel: withoutShipPrefix(words)
      case .company: withoutCompanyForms(words)
      case .person, .other: words
      }
    guard !core.isEmpty else { return nil }
    text = core.joined(separator: " ")
  }

  /// The words.
  public var words: [Substring] { text.split(separator: " ") }

  /// Orders names alphabetically.
  public static func < (a: NormalisedName, b: NormalisedName) -> Bool { a.text < b.text }
}

/// Splits a name into words without case, diacritics and punctuation.
///
/// Dots and apostrophes join (`S.A.` is one word, so is `NU'MAN`); all other punctuation separates.
func foldedWords(of name: String) -> [String] {
  if name.utf8.allSatisfy({ $0 < 128 }) { return foldedWords(ofASCII: name) }
  let decomposed = name.decomposedStringWithCompatibilityMapping
  var words: [String] = []
  var word = String.UnicodeScalarView()
  for scalar in decomposed.unicodeScalars {
    if isWordPart(scalar) {
      word.append(contentsOf: folded(scalar))
    } else if !joinsWords(scalar), !word.isEmpty {
      words.append(String(word))
      word = String.UnicodeScalarView()
    }
  }
  return word.isEmpty ? words : words + [String(word)]
}

/// The same for the text that nearly all names are, byte by byte: fleets ask for millions.
private func foldedWords(ofASCII name: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  for byte in name.utf8 {
    switch byte {
    case 48...57, 97...122: word.append(byte)
    case 65...90: word.append(byte | 32)
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
    default:
      guard !word.isEmpty else { continue }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
  }
  return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
}

private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return (48...57).contains(scalar.value) || (65...90).contains(scalar.value & ~32)
  }
  return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// Combining marks are what decomposition split from their letter.
private func joinsWords(_ scalar: Unicode.Scalar) -> Bool {
  ".'’‘`´ʼ".unicodeScalars.contains(scalar)
    || scalar.properties.canonicalCombiningClass != .notReordered
}

/// Letters that Unicode does not decompose, in the spelling that passports and ship papers use
/// (ICAO Doc 9303, part 3, section 6).
private let letterSpellings: [Unicode.Scalar: String] = [
  "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
]

private func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  if scalar.isASCII {
    let isUpper = (65...90).contains(scalar.value)
    return String.UnicodeScalarView([isUpper ? Unicode.Scalar(UInt8(scalar.value) | 32) : scalar])
  }
  let lower = scalar.properties.lowercaseMapping.unicodeScalars
  guard lower.count == 1, let only = lower.first, let spelling = letterSpellings[only] else {
    return lower
  }
  return spelling.unicodeScalars
}

/// The prefix may be split at a slash.
private func withoutShipPrefix(_ words: [String]) -> [String] {
  for length in [2, 1] where words.count > length {
    let isSplit = length == 1 || words.prefix(2).allSatisfy { $0.count == 1 }
    if isSplit, LegalForms.shipPrefixes.contains(words.prefix(length).joined()) {
      return Array(words.dropFirst(length))
    }
  }
  return words
}

/// Legal forms are left out, because publishers write them in different ways or not at all.
private func withoutCompanyForms(_ words: [String]) -> [String] {
  var core = words[...]
  while let shorter = withoutOneForm(core), !shorter.isEmpty { core = shorter }
  return Array(core)
}

private func withoutOneForm(_ words: ArraySlice<String>) -> ArraySlice<String>? {
  let ends = [words.first, words.last].compactMap(\.self)
  let mayBePhrase = ends.contains(where: LegalForms.endsOfPhrases.contains)
  for phrase in mayBePhrase ? LegalForms.phrases : [] {
    if words.starts(with: phrase.words) { return words.dropFirst(phrase.words.count) }
    if words.suffix(phrase.words.count).elementsEqual(phrase.words) {
      return words.dropLast(phrase.words.count)
    }
  }
  if let last = words.last, LegalForms.words[last] != nil { return words.dropLast() }
  if let first = words.first, LegalForms.words[first] != nil { return words.dropFirst() }
  return nil
}
