import Testing

/// A Swift file as the checks of this target see it: an estimate by lines and words, no parser.
struct SwiftSource: Sendable {
  /// A line that breaks a rule, as a failed test shows it.
  struct Culprit: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let text: String

    var description: String { "\(path):\(line): \(text)" }
  }

  let path: String
  /// The lines as written.
  let lines: [String]
  /// The lines without comments and the insides of strings.
  let code: [String]
  /// The words of each line of code, each with the sign that gives it its meaning: `@inlinable`,
  /// `.random(`, `try!`.
  let words: [[String]]
  /// Whether a line is part of a string of several lines.
  let isInLongString: [Bool]

  init(path: String, text: String) {
    self.path = path
    let written = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines = text.hasSuffix("\n") ? written.dropLast() : written
    var isInside = false
    var (code, flags): ([String], [Bool]) = ([], [])
    for line in lines {
      let quotes = line.utf8.count(of: Array("\"\"\"".utf8))
      flags.append(isInside || quotes > 0)
      code.append(isInside || quotes > 0 ? "" : codeOnly(line))
      if !quotes.isMultiple(of: 2) { isInside.toggle() }
    }
    self.code = code
    words = code.map(signedWords)
    isInLongString = flags
  }

  var isKernel: Bool { path.contains("/Kernels/") }

  /// The name of the file without its ending.
  var name: String { String((path.split(separator: "/").last ?? "").dropLast(".swift".count)) }

  /// The lines of code with a word that breaks a rule.
  func culprits(_ isForbidden: (String) -> Bool) -> [Culprit] {
    words.indices.filter { words[$0].contains(where: isForbidden) }.map(culprit)
  }

  func culprit(_ index: Int) -> Culprit {
    Culprit(
      path: path, line: index + 1, text: String(lines[index].drop { $0 == " " }.prefix(80)))
  }
}

extension SwiftSource {
  /// The functions and initialisers with the number of lines from name to closing brace.
  var functions: [(line: Int, length: Int)] {
    var (open, found): ([Int?], [(line: Int, length: Int)]) = ([], [])
    var pending: Int?
    for (index, line) in code.enumerated() {
      if words[index].contains(where: { ["func", "init(", "init?(", "init<"].contains($0) }) {
        pending = index
      }
      for byte in line.utf8 {
        if byte == UInt8(ascii: "{") {
          open.append(pending)
          pending = nil
        } else if byte == UInt8(ascii: "}"), let start = open.popLast() ?? nil {
          found.append((start, index - start + 1))
        }
      }
    }
    return found
  }
}

/// A line without the insides of strings and without its comment.
private func codeOnly(_ line: String) -> String {
  var kept: [UInt8] = []
  var isInString = false
  var isEscaped = false
  for byte in line.utf8 {
    if isInString {
      if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    } else {
      if byte == UInt8(ascii: "/"), kept.last == byte {
        kept.removeLast()
        break
      }
      isInString = byte == UInt8(ascii: "\"")
    }
    if !isInString { kept.append(byte) }
  }
  return String(decoding: kept, as: UTF8.self)
}

/// Splits code into names, with `@` or `.` before and `(`, `!`, `?` or `<` after.
private func signedWords(_ code: String) -> [String] {
  var words: [[UInt8]] = []
  var word: [UInt8] = []
  func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), 128...: true
    default: false
    }
  }
  func finish() {
    if word.contains(where: isName) { words.append(word) }
    word = []
  }
  for byte in code.utf8 {
    if isName(byte) {
      if let last = word.last, "(!?<".utf8.contains(last) { finish() }
      word.append(byte)
    } else if "(!?<".utf8.contains(byte), !word.isEmpty {
      word.append(byte)
    } else {
      finish()
      if byte == UInt8(ascii: "@") || byte == UInt8(ascii: ".") { word = [byte] }
    }
  }
  finish()
  return words.map { String(decoding: $0, as: UTF8.self) }
}

extension Sequence<UInt8> {
  fileprivate func count(of pattern: [UInt8]) -> Int {
    var (found, matched) = (0, 0)
    for byte in self {
      matched = byte == pattern[matched] ? matched + 1 : byte == pattern[0] ? 1 : 0
      if matched == pattern.count { (found, matched) = (found + 1, 0) }
    }
    return found
  }
}
