/// Text as YAML writes it: plain where that is safe, else in quotes.
struct ScalarText {
  let text: String
  /// Whether the author had put it into quotes or a block.
  let wasQuoted: Bool
  let isInFlow: Bool
  /// Whether it gets quotes even where they are not needed.
  var prefersQuotes = false

  /// The text on one line.
  var line: String {
    if text.isEmpty, !wasQuoted, !isInFlow { return "" }
    return isPlain ? text : quoted
  }

  private var isPlain: Bool {
    !prefersQuotes && isPlainText(text, isInFlow: isInFlow) && !(wasQuoted && needsCare)
  }

  /// Whether another reader of YAML may take the text without quotes for something else: a number,
  /// or in braces a key of its own.
  private var needsCare: Bool { looksTyped(text) || (isInFlow && text.contains(":")) }

  /// Double quotes, unless only single quotes spare the escapes.
  private var quoted: String {
    let needsEscape = text.contains { $0 == "\"" || $0 == "\\" }
    if needsEscape, !text.contains(where: { $0 == "'" || $0 == "\t" || $0.isNewline }) {
      return "'\(text)'"
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text on lines of at most `width` columns, the first of which starts at column `start`;
  /// the others are indented by `indent`.
  func lines(from start: Int, indent: Int, width: Int) -> [String] {
    if text.contains("\n"), !isInFlow, let block = block(indent: indent, width: width) {
      return block
    }
    let whole = line
    guard start + whole.count > width else { return [whole] }
    return filled(whole, from: start, indent: indent, width: width)
  }
}

extension ScalarText {
  /// A block scalar: `|` when its lines are short, else `>`; `nil` when neither can hold the text.
  private func block(indent: Int, width: Int) -> [String]? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let endsLine = lines.last == ""
    if endsLine { lines.removeLast() }
    guard let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty,
      lines.allSatisfy({ $0.first != " " && $0.first != "\t" && $0.last != " " }),
      !text.contains("\r")
    else { return nil }
    let space = String(repeating: " ", count: indent)
    let sign = endsLine ? "" : "-"
    if lines.allSatisfy({ $0.count + indent <= width }) {
      return ["|" + sign] + lines.map { $0.isEmpty ? "" : space + $0 }
    }
    var folded: [String] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { folded.append("") }
      if line.isEmpty { continue }
      let parts = filled(line, from: indent, indent: indent, width: width)
      folded += [space + parts[0]] + parts.dropFirst()
    }
    return [">" + sign] + folded
  }

  /// Breaks at single spaces, which a reader of YAML puts back.
  private func filled(_ whole: String, from start: Int, indent: Int, width: Int) -> [String] {
    let words = whole.split(separator: " ", omittingEmptySubsequences: false)
    // Two spaces in a row would be lost.
    guard words.allSatisfy({ !$0.isEmpty }) else { return [whole] }
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = String(words[0])
    var column = start + line.count
    for word in words.dropFirst() {
      if column + 1 + word.count > width {
        lines.append(line)
        line = space + word
        column = line.count
      } else {
        line += " " + word
        column += 1 + word.count
      }
    }
    return lines + [line]
  }
}

/// Whether YAML reads `text` as that text without quotes.
private func isPlainText(_ text: String, isInFlow: Bool) -> Bool {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else {
    return false
  }
  let following = bytes.count > 1 ? bytes[1] : 0x20
  if "-?:".utf8.contains(first), following == 0x20 || isInFlow { return false }
  if ",[]{}#&*!|>'\"%@`".utf8.contains(first) || text == "<<" { return false }
  if text.hasPrefix("---") || text.hasPrefix("...") { return false }
  for (index, byte) in bytes.enumerated() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    if byte < 0x20 || byte == 0x7F { return false }
    if byte == UInt8(ascii: ":"), next == 0x20 || (isInFlow && ",[]{}".utf8.contains(next)) {
      return false
    }
    if byte == 0x20, next == UInt8(ascii: "#") { return false }
    if isInFlow, ",[]{}".utf8.contains(byte) { return false }
  }
  return true
}

/// Whether another reader of YAML takes the text without quotes for a number, a time or a Boolean.
private func looksTyped(_ text: String) -> Bool {
  let words: Set = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", "="]
  if words.contains(text.lowercased()) { return true }
  let signs = "0123456789+-.,:_eExXoOTZtzabcdfABCDF "
  guard let first = text.first, "0123456789+-.".contains(first) else { return false }
  return text.allSatisfy { signs.contains($0) }
}
