/// A word of a clause and the bytes where it stands.
struct ClauseToken: Hashable {
  /// The names are part of the digests of rules.
  enum Kind: String, Hashable {
    /// A name, a path such as `gap.end`, a keyword or a bare value.
    case word
    /// Something that starts with a digit: a number, a quantity or a time.
    case number
    /// Text in double quotes.
    case text
    /// `@ports/dprk`.
    case reference
    /// An operator, a bracket, a comma or `..`.
    case symbol
    /// The end of the clause.
    case end
    /// A character that means nothing here.
    case unknown
  }

  let kind: Kind
  let text: String
  let range: Range<Int>
}

/// Splits a clause into words.
func clauseTokens(_ clause: String) -> [ClauseToken] {
  var scanner = ClauseScanner(bytes: Array(clause.utf8))
  var tokens: [ClauseToken] = []
  while let token = scanner.next() { tokens.append(token) }
  let end = clause.utf8.count
  return tokens + [ClauseToken(kind: .end, text: "", range: end..<end)]
}

private struct ClauseScanner {
  let bytes: [UInt8]
  var index = 0

  mutating func next() -> ClauseToken? {
    while let byte = peek(), byte == UInt8(ascii: " ") || byte == 0x0A || byte == 0x0D || byte == 9
    {
      index += 1
    }
    guard let byte = peek() else { return nil }
    let start = index
    switch byte {
    case UInt8(ascii: "\""): return text(from: start)
    case UInt8(ascii: "@"): return reference(from: start)
    case _ where byte.isDigit: return number(from: start)
    case _ where byte.isLetter: return word(from: start)
    default: return symbol(from: start)
    }
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  private mutating func text(from start: Int) -> ClauseToken {
    index += 1
    while let byte = peek(), byte != UInt8(ascii: "\"") { index += 1 }
    let isClosed = peek() != nil
    let content = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
    if isClosed { index += 1 }
    return ClauseToken(kind: isClosed ? .text : .unknown, text: content, range: start..<index)
  }

  private mutating func reference(from start: Int) -> ClauseToken {
    index += 1
    while let byte = peek(), byte.isLetter || byte.isDigit || byte.isOne(of: "/-") { index += 1 }
    return token(.reference, from: start)
  }

  /// A point belongs to a number only before a digit, so that `0h..7d` stays a range; a time is
  /// told by the dash after four digits.
  private mutating func number(from start: Int) -> ClauseToken {
    let isTime =
      (0..<4).allSatisfy { peek($0)?.isDigit ?? false } && peek(4) == UInt8(ascii: "-")
      && peek(5)?.isDigit ?? false
    while let byte = peek() {
      let isPart =
        byte.isDigit || byte.isLetter || byte == UInt8(ascii: "%")
        || (byte == UInt8(ascii: ".") && peek(1)?.isDigit ?? false)
        || (isTime && byte.isOne(of: "-:+"))
      guard isPart else { break }
      index += 1
    }
    return token(.number, from: start)
  }

  /// A colon before a letter belongs to a word, as in `import:gfw`.
  private mutating func word(from start: Int) -> ClauseToken {
    while let byte = peek() {
      let joins = byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      let isJoined = joins && (peek(1).map { $0.isLetter || $0.isDigit } ?? false)
      guard byte.isLetter || byte.isDigit || isJoined else { break }
      index += 1
    }
    return token(.word, from: start)
  }

  private mutating func symbol(from start: Int) -> ClauseToken {
    let pair = String(decoding: bytes[start..<min(start + 2, bytes.count)], as: UTF8.self)
    if ["==", "!=", "<=", ">=", "..", "&&", "||"].contains(pair) {
      index += 2
      return token(pair == "&&" || pair == "||" ? .unknown : .symbol, from: start)
    }
    index += 1
    while let byte = peek(), byte & 0xC0 == 0x80 { index += 1 }
    let isKnown = bytes[start].isOne(of: "<>=+-*/()[],")
    return token(isKnown ? .symbol : .unknown, from: start)
  }

  private func token(_ kind: ClauseToken.Kind, from start: Int) -> ClauseToken {
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    return ClauseToken(kind: kind, text: text, range: start..<index)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }
  fileprivate var isLetter: Bool {
    (65...90).contains(self) || (97...122).contains(self) || self == UInt8(ascii: "_")
  }
  fileprivate func isOne(of characters: StaticString) -> Bool {
    "\(characters)".utf8.contains(self)
  }
}
