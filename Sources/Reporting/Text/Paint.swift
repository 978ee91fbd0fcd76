/// Colours text for a terminal, or leaves it as it is.
struct Paint {
  /// The colours of the program, as SGR parameters (ECMA-48).
  enum Tone: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case green = "1;32"
    case cyan = "1;36"
  }

  let isColored: Bool

  func callAsFunction(_ text: String, _ tone: Tone) -> String {
    isColored && !text.isEmpty ? "\u{1b}[\(tone.rawValue)m\(text)\u{1b}[0m" : text
  }
}
