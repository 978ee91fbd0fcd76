/// The bytes of a text, with the tables that turn places in it into lines and columns.
public struct SourceText: Sendable {
  /// Every byte of the file.
  public let bytes: [UInt8]
  /// The first byte of each line.
  private let lineStarts: [Int]
  /// The first byte of every 64th character after the byte-order mark; empty when all are ASCII.
  private let characterOffsets: [Int]
  /// The length of the byte-order mark: 0 or 3.
  private let markLength: Int

  private static let stride = 64

  /// Indexes a text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = Self.lineStarts(in: bytes)
    let isASCII = bytes.dropFirst(markLength).allSatisfy { $0 < 128 }
    characterOffsets = isASCII ? [] : Self.characterOffsets(in: bytes, from: markLength)
  }

  /// What follows the byte-order mark.
  var content: ArraySlice<UInt8> { bytes[markLength...] }

  /// The place of a byte; beyond the end counts as the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(offset: offset, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The span of a range of bytes.
  public func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(start: position(at: range.lowerBound), end: position(at: range.upperBound))
  }

  /// The bytes of a line, from 1, without its line break; `nil` when there is no such line.
  public func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let end = number < lineStarts.count ? lineStarts[number] : bytes.count
    var line = bytes[lineStarts[number - 1]..<end]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return line
  }

  /// Where the content's character number `index` starts.
  func offset(ofCharacter index: Int) -> Int {
    guard !characterOffsets.isEmpty else { return min(markLength + index, bytes.count) }
    let mark = min(index / Self.stride, characterOffsets.count - 1)
    var offset = characterOffsets[mark]
    var rest = index - mark * Self.stride
    while rest > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      rest -= 1
    }
    return offset
  }

  /// A line ends with LF, CR or both, as in YAML.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(index + 1) }
    }
    return starts
  }

  private static func characterOffsets(in bytes: [UInt8], from start: Int) -> [Int] {
    var offsets: [Int] = []
    var count = 0
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      if count % stride == 0 { offsets.append(index) }
      count += 1
    }
    return offsets
  }
}
