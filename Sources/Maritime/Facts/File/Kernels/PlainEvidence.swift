/// Reads `[{"file":"a.csv","line":7,"time":"2026-01-04T02:00:00Z"}]`, as we write it.
struct PlainEvidence {
  private let line: PlainLine
  private let end: Int
  private var index: Int

  init(_ line: PlainLine, _ range: Range<Int>) {
    self.line = line
    (index, end) = (range.lowerBound, range.upperBound)
  }

  /// The lines behind a fact; `nil` for any other form, and for none.
  mutating func read(_ texts: inout SharedTexts) -> [Evidence]? {
    guard take(Self.start) else { return nil }
    var evidence: [Evidence] = []
    repeat {
      guard let item = item(&texts) else { return nil }
      evidence.append(item)
    } while take(Self.comma)
    return take(Self.closing) && index == end ? evidence : nil
  }

  private mutating func item(_ texts: inout SharedTexts) -> Evidence? {
    guard take(Self.file), let name = text() else { return nil }
    let file = texts.text(name, in: line)
    guard take(Self.line) else { return nil }
    let start = index
    while index < end, (48...57).contains(line.bytes[index]) { index += 1 }
    guard let number = line.wholeNumber(in: start..<index), number > 0,
      line.bytes[start] != UInt8(ascii: "0")
    else { return nil }
    var time: UTCTime?
    if take(Self.time) {
      guard let place = text(), let instant = line.time(place) else { return nil }
      time = instant
    }
    return take(Self.brace) ? Evidence(file: file, line: number, time: time) : nil
  }

  /// The text up to the next quote; plain lines have no escapes.
  private mutating func text() -> Range<Int>? {
    let start = index
    while index < end, line.bytes[index] != UInt8(ascii: "\"") { index += 1 }
    guard index < end else { return nil }
    index += 1
    return start..<index - 1
  }

  private mutating func take(_ expected: [UInt8]) -> Bool {
    guard index + expected.count <= end,
      line.bytes.has(expected, at: index)
    else { return false }
    index += expected.count
    return true
  }

  private static let start = Array("[".utf8)
  private static let file = Array("{\"file\":\"".utf8)
  private static let line = Array(",\"line\":".utf8)
  private static let time = Array(",\"time\":\"".utf8)
  private static let brace = Array("}".utf8)
  private static let comma = Array(",".utf8)
  private static let closing = Array("]".utf8)
}

/// Texts that many lines share, such as the names of files, made once.
struct SharedTexts {
  private var known: [(bytes: [UInt8], text: String)] = []
  private var next = 0

  /// A file has few sources and few feeds behind it (our own default).
  private static let most = 16

  mutating func text(_ range: Range<Int>, in line: PlainLine) -> String {
    if let found = known.first(where: { line.has(range, $0.bytes) }) { return found.text }
    let text = line.string(range)
    let entry = (Array(text.utf8), text)
    if known.count < Self.most {
      known.append(entry)
    } else {
      known[next] = entry
      next = (next + 1) % Self.most
    }
    return text
  }
}
