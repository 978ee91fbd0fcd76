/// Text from feeds and lists made safe for a terminal, and measured as one shows it.
enum TerminalText {
  /// Replaces characters that could move the cursor, recolour or reorder what is shown.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    let scalars = text.unicodeScalars.map { isUnsafe($0) ? "\u{fffd}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The columns that `text` takes up.
  static func width(of text: some StringProtocol) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// Two columns for East Asian wide characters (Unicode Standard Annex 11), one for any other.
  static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Cuts or fills `text` to `width` columns.
  static func fitted(_ text: String, to width: Int) -> String {
    let own = Self.width(of: text)
    guard own > width else { return text + String(repeating: " ", count: width - own) }
    var cut = ""
    var used = 0
    for character in text {
      let next = Self.width(of: character)
      guard used + next < width else { break }
      cut.append(character)
      used += next
    }
    return cut + "…" + String(repeating: " ", count: max(0, width - used - 1))
  }

  /// Breaks `text` at spaces into lines of at most `width` columns; a longer word stands alone.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      if !line.isEmpty, Self.width(of: line) + 1 + Self.width(of: word) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n"
    case .format: true
    default: false
    }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
