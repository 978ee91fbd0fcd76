import Foundation
import InputFiles
import Testing

struct InputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func contents(_ bytes: [UInt8], blockSize: Int = 1000) throws -> [UInt8] {
    let file = try InputFile(path: try folder.file("input", bytes))
    var result: [UInt8] = []
    while let block = try file.nextBlock(upTo: blockSize) {
      #expect(block.count <= blockSize)
      result += block
    }
    return result
  }

  @Test(arguments: [0, 1, 2, 3, 4, 999, 1000, 1001, 300_000])
  func givesBackWhatWasCompressed(_ count: Int) throws {
    let bytes = Array(sampleLines(count / 10 + 1).prefix(count))
    #expect(try contents(bytes) == bytes)
    #expect(try contents(gzip(bytes)) == bytes)
    #expect(try contents(zstd(bytes)) == bytes)
  }

  @Test func readsMembersAndFramesThatFollowEachOther() throws {
    let (first, second) = (sampleLines(20_000), Array("the end".utf8))
    #expect(try contents(gzip(first) + gzip([]) + gzip(second)) == first + second)
    #expect(try contents(zstd(first) + zstd([]) + zstd(second)) == first + second)
  }

  @Test func readsAShortFileWhoseFirstByteLooksCompressed() throws {
    #expect(try contents([0x1F]) == [0x1F])
    #expect(try contents([0x28, 0xB5, 0x2F]) == [0x28, 0xB5, 0x2F])
  }

  @Test(arguments: [3, 10, 18, 5000, -1])
  func saysWhereCompressedDataStopsEarly(_ cut: Int) throws {
    let bytes = sampleLines(20_000)
    for compressed in [gzip(bytes), zstd(bytes)] {
      let kept = Array(compressed.prefix(cut < 0 ? compressed.count + cut : max(cut, 4)))
      let error = #expect(throws: InputFileError.self) { try contents(kept) }
      #expect(error?.problem == .truncated(bytesRead: kept.count))
    }
  }

  @Test func refusesDamagedData() throws {
    // Without a checksum, zstd notices damage in the structure only, such as in a block's header.
    let samples = [(gzip(sampleLines(20_000)), 2000..<2100), (zstd(sampleLines(20_000)), 5..<12)]
    for (compressed, places) in samples {
      var damaged = compressed
      for index in places { damaged[index] ^= 0x55 }
      let error = #expect(throws: InputFileError.self) { try contents(damaged) }
      guard case .corrupt = error?.problem else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func refusesBytesThatFollowAMember() throws {
    let error = #expect(throws: InputFileError.self) {
      try contents(gzip(sampleLines(10)) + Array("not gzip".utf8))
    }
    guard case .corrupt = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func namesAMissingFileAndAFolder() throws {
    let missing = #expect(throws: InputFileError.self) {
      try InputFile(path: folder.path("nowhere.csv"))
    }
    #expect(missing?.problem == .missing)
    #expect(
      missing?.description.hasSuffix(
        "nowhere.csv: there is no such file; check the path") == true)
    let directory = #expect(throws: InputFileError.self) { try InputFile(path: folder.url.path) }
    #expect(directory?.problem == .directory)
    #expect(directory?.isMachineFailure == false)
  }

  /// A file that is too large is not read at all.
  @Test func asksForTheSizeFirst() throws {
    let path = try folder.file("large.csv", [])
    #expect(truncate(path, 1 << 40) == 0)
    let error = #expect(throws: InputFileError.self) { try InputFile.readAll(path: path) }
    #expect(error?.problem == .tooLarge(limit: InputFile.usualLimit))
  }

  @Test func stopsAtTheLimitOnceDecompressed() throws {
    let path = try folder.file("bomb.gz", gzip([UInt8](repeating: 0, count: 3_000_000)))
    #expect(try InputFile.readAll(path: path).count == 3_000_000)
    #expect(try InputFile.readAll(path: path, limit: 3_000_000).count == 3_000_000)
    let error = #expect(throws: InputFileError.self) {
      try InputFile.readAll(path: path, limit: 2_999_999)
    }
    #expect(error?.problem == .tooLarge(limit: 2_999_999))
  }
}
