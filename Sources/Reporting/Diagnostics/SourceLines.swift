import StrictYAML

/// A text by lines, to show places that are known by bytes.
struct SourceLines: Sendable {
  private let lines: [[UInt8]]

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      $0.last == UInt8(ascii: "\r") ? Array($0.dropLast()) : Array($0)
    }
  }

  /// A line as a terminal may show it; `nil` when the text is shorter.
  func line(_ number: Int) -> String? {
    guard lines.indices.contains(number - 1) else { return nil }
    return Self.shown(lines[number - 1])
  }

  /// The number of the character, from 1, that begins at a position.
  func character(at position: SourcePosition) -> Int {
    String(decoding: prefix(before: position), as: UTF8.self).count + 1
  }

  /// The number of the UTF-16 code unit, from 1, that begins at a position.
  func codeUnit(at position: SourcePosition) -> Int {
    String(decoding: prefix(before: position), as: UTF8.self).utf16.count + 1
  }

  /// The terminal columns left of a position.
  func columns(before position: SourcePosition) -> Int {
    TerminalText.width(of: Self.shown(prefix(before: position)))
  }

  /// The terminal columns of a whole line.
  func columns(inLine number: Int) -> Int { TerminalText.width(of: line(number) ?? "") }

  private func prefix(before position: SourcePosition) -> [UInt8] {
    guard lines.indices.contains(position.line - 1) else { return [] }
    return Array(lines[position.line - 1].prefix(position.column - 1))
  }

  /// A tab becomes one space, so that what stands below it lines up.
  private static func shown(_ bytes: some Sequence<UInt8>) -> String {
    let text = bytes.map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    return TerminalText.safe(String(decoding: text, as: UTF8.self))
  }
}
