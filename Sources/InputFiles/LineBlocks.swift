/// Some whole lines of a file.
public struct LineBlock: Hashable, Sendable {
  /// The lines; all but the last block of a file end with a line feed.
  public let bytes: [UInt8]
  /// The number of the first line, from 1.
  public let firstLine: Int
}

/// Cuts a file into blocks of whole lines, for readers that work on several at once.
public struct LineBlocks {
  private let file: InputFile
  private let blockSize: Int
  private let longestLine: Int
  private var rest: [UInt8] = []
  private var line = 1

  /// Starts at the beginning of a file.
  ///
  /// - Parameters:
  ///   - file: A file of which nothing has been read.
  ///   - blockSize: The most bytes in a block. 8 MiB, our own default: enough to share out among
  ///     threads, little enough to stay in memory many times.
  ///   - longestLine: The most bytes in a line. 1 MiB, our own default: a longer line is no text.
  /// - Precondition: `blockSize` is more than `longestLine`.
  public init(_ file: InputFile, blockSize: Int = 8 << 20, longestLine: Int = 1 << 20) {
    precondition(blockSize > longestLine, "a block must hold the longest line and its end")
    self.file = file
    self.blockSize = blockSize
    self.longestLine = longestLine
  }

  /// Reads the next block.
  ///
  /// - Parameter spare: The bytes of a block that was read and is not needed any more, whose memory
  ///   the next one takes.
  /// - Returns: The block; `nil` at the end.
  /// - Throws: `InputFileError` when the file cannot be read or a line is too long.
  public mutating func next(
    in spare: consuming [UInt8] = []
  ) throws(InputFileError) -> LineBlock? {
    var bytes = try file.nextBlock(startingWith: rest, upTo: blockSize, in: spare)
    guard !bytes.isEmpty else { return nil }
    try checkLines(of: bytes)
    rest = []
    if bytes.count == blockSize, let end = lineEnd(before: blockSize, in: bytes, from: 0) {
      rest = Array(bytes[end...])
      bytes.removeLast(rest.count)
    }
    let firstLine = line
    line += countLineFeeds(in: bytes)
    return LineBlock(bytes: bytes, firstLine: firstLine)
  }

  /// Hops from line end to line end, each as far on as a line may reach.
  private func checkLines(of bytes: [UInt8]) throws(InputFileError) {
    var start = 0
    while bytes.count - start > longestLine {
      guard let end = lineEnd(before: start + longestLine + 1, in: bytes, from: start) else {
        let feeds = countLineFeeds(in: Array(bytes[..<start]))
        throw InputFileError(
          path: file.path, problem: .lineTooLong(line: line + feeds, limit: longestLine))
      }
      start = end
    }
  }

  /// The index after the last line feed before `end`; `nil` when there is none from `start` on.
  private func lineEnd(before end: Int, in bytes: [UInt8], from start: Int) -> Int? {
    bytes[start..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }
}
