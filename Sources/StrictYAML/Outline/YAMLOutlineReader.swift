/// Reads an outline line by line, and never gives up.
struct YAMLOutlineReader {
  private(set) var outline = YAMLOutline()
  let bytes: [UInt8]
  private var offset = 0
  /// The entries that a following line may belong to, from the outside in.
  private var open: [Int] = []

  /// Deeper nesting than this is no document of ours.
  private static let maximumDepth = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func read() {
    while offset < bytes.count { readLine() }
    for index in open { extend(index, to: bytes.count) }
  }

  private mutating func readLine() {
    let start = offset
    skipSpaces()
    guard let byte = peek, byte != UInt8(ascii: "#"), !isLineBreak(byte) else { return skipLine() }
    var column = offset - start
    var isAfterDash = false
    while isDash {
      close { $0.column > column || ($0.column == column && $0.key == nil) }
      push(key: nil, offset..<offset + 1, column: column)
      let dash = offset
      offset += 1
      skipSpaces()
      column += offset - dash
      isAfterDash = true
      guard let byte = peek, byte != UInt8(ascii: "#"), !isLineBreak(byte) else {
        return skipLine()
      }
    }
    if let key = scanKey(isFlow: false) {
      close { $0.column >= column }
      push(key: key.text, key.range, column: column)
      offset = key.next
      readValue()
    } else if isAfterDash || "[{".utf8.contains(byte) {
      readValue()
    } else {
      readBareLine(column)
    }
    skipLine()
  }

  /// A line that is neither key nor item: more of the text above it, or the start of a key.
  private mutating func readBareLine(_ column: Int) {
    close { $0.column >= column }
    if let last = open.last, last == outline.entries.count - 1,
      let range = outline.entries[last].textRange
    {
      let start = offset
      let end = endOfPlain(isFlow: false)
      let more = " " + string(start..<end)
      outline.entries[last].text? += more
      outline.entries[last].textRange = range.lowerBound..<end
      extend(last, to: end)
      return
    }
    let start = offset
    let end = endOfPlain(isFlow: false)
    push(key: string(start..<end), start..<end, column: column)
    outline.entries[outline.entries.count - 1].hasColon = false
  }

  private mutating func readValue() {
    skipSpaces()
    guard let byte = peek, byte != UInt8(ascii: "#"), !isLineBreak(byte), let owner = open.last
    else { return }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      readFlow(owner: owner, depth: 0)
      extend(owner, to: offset)
      // Brackets that were left open end before a line of the block, which is still to be read.
      if offset > 0, isLineBreak(bytes[offset - 1]) { offset -= 1 }
    case UInt8(ascii: "|"), UInt8(ascii: ">"): skipBlockScalar(of: owner)
    default: setText(of: owner, isFlow: false)
    }
  }

  private mutating func skipBlockScalar(of owner: Int) {
    let start = offset
    skipLine()
    while offset < bytes.count {
      let line = offset
      skipSpaces()
      let isBlank = peek.map(isLineBreak) ?? true
      guard isBlank || offset - line > outline.entries[owner].column else {
        offset = line
        break
      }
      skipLine()
    }
    outline.entries[owner].text = string(start..<offset)
    outline.entries[owner].textRange = start..<offset
    extend(owner, to: offset)
    // The caller skips to the next line, which is here already.
    if offset > start { offset -= 1 }
  }
}

extension YAMLOutlineReader {
  private mutating func readFlow(owner: Int?, depth: Int) {
    let isMapping = peek == UInt8(ascii: "{")
    let number = outline.brackets.count
    outline.brackets.append(
      YAMLOutline.Brackets(owner: owner, isMapping: isMapping, range: offset + 1..<offset + 1))
    offset += 1
    while offset < bytes.count, !startsBlockLine(below: owner) {
      guard let byte = peek else { break }
      switch byte {
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        outline.brackets[number].range = outline.brackets[number].range.lowerBound..<offset
        offset += 1
        return
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: ","), UInt8(ascii: " "), 0x0A, 0x0D, 0x09: offset += 1
      case UInt8(ascii: ":"): offset += 1
      default: readFlowElement(isMapping: isMapping, owner: owner, depth: depth)
      }
    }
    outline.brackets[number].range = outline.brackets[number].range.lowerBound..<offset
  }

  private mutating func readFlowElement(isMapping: Bool, owner: Int?, depth: Int) {
    let start = offset
    if isMapping || scanKey(isFlow: true) != nil {
      guard let key = scanKey(isFlow: true) else {
        let end = endOfPlain(isFlow: true)
        append(key: string(start..<end), start..<end, parent: owner)
        outline.entries[outline.entries.count - 1].hasColon = false
        offset = max(end, start + 1)
        return
      }
      append(key: key.text, key.range, parent: owner)
      offset = key.next
    } else {
      append(key: nil, start..<start, parent: owner)
    }
    let index = outline.entries.count - 1
    skipSpaces()
    switch peek {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      // A text of brackets alone must not exhaust the stack.
      guard depth < Self.maximumDepth else {
        offset = bytes.count
        return
      }
      readFlow(owner: index, depth: depth + 1)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x0A, 0x0D, nil: break
    default: setText(of: index, isFlow: true)
    }
    extend(index, to: offset)
    if offset == start { offset += 1 }
  }

  /// Whether a line starts here that belongs to the block around unclosed brackets.
  private func startsBlockLine(below owner: Int?) -> Bool {
    guard offset > 0, isLineBreak(bytes[offset - 1]) else { return false }
    let column = owner.map { block(around: $0).column } ?? 0
    let spaces = bytes[offset...].prefix { $0 == UInt8(ascii: " ") }.count
    guard spaces <= column, offset + spaces < bytes.count else { return false }
    let byte = bytes[offset + spaces]
    return !isLineBreak(byte) && !"]}#".utf8.contains(byte)
  }

  private func block(around index: Int) -> YAMLOutline.Entry {
    var entry = outline.entries[index]
    while entry.isFlow, let parent = entry.parent { entry = outline.entries[parent] }
    return entry
  }
}

extension YAMLOutlineReader {
  private mutating func setText(of index: Int, isFlow: Bool) {
    guard let byte = peek else { return }
    let start = offset
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let end = endOfQuoted(byte)
      let isClosed = end > start + 1 && bytes[end - 1] == byte
      set(index, start + 1..<(isClosed ? end - 1 : end))
      offset = end
    } else {
      let end = endOfPlain(isFlow: isFlow)
      set(index, start..<end)
      offset = max(end, start + 1)
    }
    extend(index, to: offset)
  }

  private mutating func set(_ index: Int, _ range: Range<Int>) {
    outline.entries[index].text = string(range)
    outline.entries[index].textRange = range
  }

  /// A key and the byte after its colon.
  private func scanKey(isFlow: Bool) -> (text: String, range: Range<Int>, next: Int)? {
    guard let byte = peek else { return nil }
    var range: Range<Int>
    var end: Int
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      end = endOfQuoted(byte)
      guard end > offset + 1 else { return nil }
      range = offset + 1..<end - 1
    } else {
      guard !"[]{},#|>".utf8.contains(byte) else { return nil }
      end = offset
      while end < bytes.count, !isLineBreak(bytes[end]) {
        if bytes[end] == UInt8(ascii: ":"), endsKey(end, isFlow: isFlow) { break }
        if isFlow, "[]{},".utf8.contains(bytes[end]) { return nil }
        if bytes[end] == UInt8(ascii: "#"), bytes[end - 1] == UInt8(ascii: " ") { return nil }
        end += 1
      }
      range = offset..<end
    }
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":"), endsKey(end, isFlow: isFlow) else {
      return nil
    }
    return (string(range), range, end + 1)
  }

  private func endsKey(_ colon: Int, isFlow: Bool) -> Bool {
    guard colon + 1 < bytes.count else { return true }
    let next = bytes[colon + 1]
    return next == UInt8(ascii: " ") || isLineBreak(next)
      || (isFlow && ",[]{}".utf8.contains(next))
  }

  private func endOfQuoted(_ quote: UInt8) -> Int {
    var end = offset + 1
    while end < bytes.count, bytes[end] != quote, !isLineBreak(bytes[end]) {
      end += quote == UInt8(ascii: "\"") && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end + (end < bytes.count && bytes[end] == quote ? 1 : 0), bytes.count)
  }

  private func endOfPlain(isFlow: Bool) -> Int {
    var end = offset
    while end < bytes.count, !isLineBreak(bytes[end]) {
      if isFlow, ",[]{}".utf8.contains(bytes[end]) { break }
      if bytes[end] == UInt8(ascii: "#"), end > 0, bytes[end - 1] == UInt8(ascii: " ") { break }
      end += 1
    }
    while end > offset, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end
  }

  private mutating func push(key: String?, _ head: Range<Int>, column: Int) {
    while open.count >= Self.maximumDepth { open.removeLast() }
    outline.entries.append(
      YAMLOutline.Entry(
        parent: open.last, key: key, head: head, column: column, isFlow: false,
        end: head.upperBound))
    open.append(outline.entries.count - 1)
    for index in open { extend(index, to: head.upperBound) }
  }

  private mutating func append(key: String?, _ head: Range<Int>, parent: Int?) {
    outline.entries.append(
      YAMLOutline.Entry(
        parent: parent, key: key, head: head, column: 0, isFlow: true, end: head.upperBound))
  }

  private mutating func extend(_ index: Int, to end: Int) {
    outline.entries[index].end = max(outline.entries[index].end, end)
  }

  /// Ends the entries, from the inside out, that the line at hand cannot belong to.
  private mutating func close(while isOver: (YAMLOutline.Entry) -> Bool) {
    while let last = open.last, isOver(outline.entries[last]) {
      open.removeLast()
      if let parent = open.last { extend(parent, to: outline.entries[last].end) }
    }
  }
}

extension YAMLOutlineReader {
  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var isDash: Bool {
    guard peek == UInt8(ascii: "-") else { return false }
    guard offset + 1 < bytes.count else { return true }
    return bytes[offset + 1] == UInt8(ascii: " ") || isLineBreak(bytes[offset + 1])
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == 0x09 { offset += 1 }
  }

  private mutating func skipComment() {
    let start = offset
    while let byte = peek, !isLineBreak(byte) { offset += 1 }
    outline.comments.append(start..<offset)
  }

  /// Moves to the next line, and notes a comment on the way.
  private mutating func skipLine() {
    while let byte = peek, !isLineBreak(byte) {
      if byte == UInt8(ascii: "#"), offset == 0 || " \t\n\r".utf8.contains(bytes[offset - 1]) {
        skipComment()
      } else {
        offset += 1
      }
    }
    if offset < bytes.count { offset += 1 }
  }
}
