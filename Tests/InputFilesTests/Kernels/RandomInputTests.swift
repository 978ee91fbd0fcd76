import Foundation
import InputFiles
import Testing

struct RandomInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsAnyPartOfAPlainOrCompressedFile() throws {
    let text = Array("first\nsecond\nthird".utf8)
    for bytes in [text, gzip(text)] {
      let path = try folder.file("file", bytes)
      let file = try RandomInput(path: path, spoolingIn: folder.path(""))
      let whole = try InputFile.readAll(path: path)
      #expect(file.size == whole.count)
      #expect(try file.read(from: 2, count: 3) == Array(whole[2..<5]))
      #expect(try file.read(from: file.size - 1, count: 9).count == 1)
    }
  }

  @Test func cutsAtLineEnds() throws {
    let file = try RandomInput(
      path: folder.file("file", Array("first\nsecond\nthird".utf8)), spoolingIn: folder.path(""))
    var (offset, line) = (0, 1)
    var blocks: [String] = []
    while let (block, lines) = try file.lines(from: offset, firstLine: line, limit: 8) {
      #expect(block.firstLine == line)
      blocks.append(String(decoding: block.bytes, as: UTF8.self))
      (offset, line) = (offset + block.bytes.count, line + lines)
    }
    #expect(blocks == ["first\n", "second\n", "third"])
    #expect(throws: InputFileError.self) { try file.lines(from: 0, firstLine: 1, limit: 3) }
  }

  @Test func refusesAFileThatChanges() throws {
    let path = try folder.file("file", Array("first\n".utf8))
    let file = try RandomInput(path: path, spoolingIn: folder.path(""))
    try file.checkUnchanged()
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("second\n".utf8))
    #expect(throws: InputFileError.self) { try file.checkUnchanged() }
  }

  @Test func saysWhatCannotBeRead() {
    #expect(throws: InputFileError.self) {
      try RandomInput(path: folder.path("none"), spoolingIn: folder.path(""))
    }
  }
}
