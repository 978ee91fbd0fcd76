import InputFiles
import Testing

struct LineBlocksTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func blocks(
    _ bytes: [UInt8], size: Int, longest: Int, in spares: [[UInt8]] = []
  ) throws -> [LineBlock] {
    let file = try InputFile(path: try folder.file("lines", bytes))
    var blocks = LineBlocks(file, blockSize: size, longestLine: longest)
    var result: [LineBlock] = []
    var spares = spares
    while let block = try blocks.next(in: spares.popLast() ?? []) { result.append(block) }
    return result
  }

  @Test func takesTheMemoryOfBlocksBefore() throws {
    let bytes = sampleLines(2000)
    for file in [bytes, gzip(bytes), zstd(bytes)] {
      let fresh = try blocks(file, size: 64, longest: 40)
      let reused = try blocks(
        file, size: 64, longest: 40,
        in: (0..<100).map { Array(repeating: UInt8(7), count: $0 % 65) })
      #expect(reused == fresh)
    }
  }

  @Test(arguments: [(41, 40), (42, 40), (64, 40), (1000, 100), (1 << 20, 1 << 19)])
  func cutsAtLineEnds(_ size: Int, _ longest: Int) throws {
    let bytes = sampleLines(2000) + Array("no line end".utf8)
    for file in [bytes, gzip(bytes), zstd(bytes)] {
      let blocks = try blocks(file, size: size, longest: longest)
      #expect(blocks.flatMap(\.bytes) == bytes)
      #expect(blocks.dropLast().allSatisfy { $0.bytes.last == 0x0A })
      var line = 1
      for block in blocks {
        #expect(block.firstLine == line)
        #expect(block.bytes.count <= size)
        line += block.bytes.count { $0 == 0x0A }
      }
    }
  }

  @Test func hasNoBlockForAnEmptyFile() throws {
    #expect(try blocks([], size: 11, longest: 10).isEmpty)
  }

  @Test(arguments: [
    ("ab\ncd\n12345678901\nef\n", 3), ("12345678901", 1), ("a\n\n\n\n\n\n\n\n\n12345678901\n", 10),
  ])
  func namesALineThatIsTooLong(_ text: String, _ line: Int) throws {
    let error = #expect(throws: InputFileError.self) {
      try blocks(Array(text.utf8), size: 24, longest: 10)
    }
    #expect(error?.problem == .lineTooLong(line: line, limit: 10))
  }

  @Test func takesALineOfExactlyTheLimit() throws {
    let text = "1234567890\n1234567890\n1234567890"
    #expect(try blocks(Array(text.utf8), size: 12, longest: 11).map(\.firstLine) == [1, 2, 3])
  }
}
