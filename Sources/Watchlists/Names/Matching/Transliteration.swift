import Foundation

/// Names in other scripts, written in Latin letters.
struct Transliteration {
  /// A name in Latin letters.
  ///
  /// Cyrillic follows the system of the British and American boards on names, BGN/PCGN, and Greek
  /// that of the United Nations; other scripts are left to Foundation's transforms (Unicode CLDR).
  static func latin(_ name: String) -> String {
    var latin = String.UnicodeScalarView()
    var isForeign = false
    for scalar in name.precomposedStringWithCanonicalMapping.unicodeScalars {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      if let letters = table[lower] {
        latin.append(contentsOf: letters.unicodeScalars)
      } else {
        isForeign = isForeign || isOfAnotherScript(scalar)
        latin.append(scalar)
      }
    }
    let text = String(latin)
    guard isForeign else { return text }
    return text.applyingTransform(.toLatin, reverse: false) ?? text
  }

  /// Whether a letter is left to Foundation's transforms, which look at its neighbours.
  static func needsTransform(_ scalar: Unicode.Scalar) -> Bool {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return table[lower] == nil && isOfAnotherScript(scalar)
  }

  /// Whether a letter is neither Latin nor a mark on one.
  private static func isOfAnotherScript(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.value > 0x24F
      && !(0x1E00...0x1EFF).contains(scalar.value)
  }

  private static let table: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "w", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o", "ά": "a", "έ": "e",
    "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o",
  ]
}
