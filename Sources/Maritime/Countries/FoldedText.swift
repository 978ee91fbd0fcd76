/// Text reduced to lower-case letters and digits: accents, spaces and punctuation are dropped.
///
/// Knows the accents of the Latin alphabet, which is what names of countries are written in.
public func folded(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    if scalar == "&" {
      result += "and"
    } else if let plain = plainLetters[scalar] {
      result += plain
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private let plainLetters: [Unicode.Scalar: String] = [
  "a": "àáâãäåāăąǎ", "ae": "æ", "c": "çćĉċč", "d": "ðďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ",
  "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏőơ",
  "oe": "œ", "r": "ŕŗř", "s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "th": "þ",
  "u": "ùúûüũūŭůűųư", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
].reduce(into: [:]) { table, entry in
  for scalar in entry.value.unicodeScalars { table[scalar] = entry.key }
}
