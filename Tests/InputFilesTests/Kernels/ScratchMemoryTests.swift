import Foundation
import InputFiles
import Testing

struct ScratchMemoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes a pattern, lets go of main memory and reads the pattern again.
  private func keeps(_ memory: ScratchMemory) -> Bool {
    let words = memory.address.bindMemory(to: UInt64.self, capacity: memory.count / 8)
    for index in 0..<memory.count / 8 { words[index] = UInt64(index) &* 0x9E37_79B9 }
    memory.unload(0..<memory.count)
    return (0..<memory.count / 8).allSatisfy { words[$0] == UInt64($0) &* 0x9E37_79B9 }
  }

  @Test func keepsWhatIsWritten() throws {
    #expect(keeps(try ScratchMemory(count: 1 << 20, in: folder.url.path)))
    #expect(keeps(try #require(ScratchMemory(count: 1 << 20))))
  }

  @Test func leavesNoFileBehind() throws {
    let memory = try ScratchMemory(count: 4096, in: folder.url.path)
    #expect(try folder.names.isEmpty)
    #expect(memory.count == 4096)
  }

  @Test func saysWhereNoFileCanBe() {
    #expect(throws: InputFileError.self) { try ScratchMemory(count: 1, in: "/missing/folder") }
  }
}
