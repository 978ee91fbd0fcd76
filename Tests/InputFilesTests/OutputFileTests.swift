import Foundation
import InputFiles
import Testing

struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func appearsOnlyWhenWhole() throws {
    let path = try folder.file("facts.ndjson", Array("old".utf8))
    let output = try OutputFile(path: path)
    try output.write("new ")
    try output.write("bytes")
    #expect(try InputFile.readAll(path: path) == Array("old".utf8))
    try output.commit()
    #expect(try InputFile.readAll(path: path) == Array("new bytes".utf8))
    #expect(try folder.names == ["facts.ndjson"])
  }

  @Test func leavesNothingBehindWithoutCommit() throws {
    var output: OutputFile? = try OutputFile(path: folder.path("facts.ndjson"))
    try output?.write("half")
    #expect(try folder.names.count == 1)
    output = nil
    #expect(try folder.names == [])
  }

  @Test func followsALinkInsteadOfReplacingIt() throws {
    let target = try folder.file("target", [])
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try OutputFile.write([1, 2], to: link)
    #expect(try InputFile.readAll(path: target) == [1, 2])
    #expect(try folder.names == ["link", "target"])
  }

  @Test func writesADeviceAsItIs() throws {
    try OutputFile.write([1, 2], to: "/dev/null")
    #expect(try InputFile.readAll(path: "/dev/null") == [])
  }

  @Test func namesAFullDisk() throws {
    let error = #expect(throws: InputFileError.self) {
      try OutputFile.write([1, 2], to: "/dev/full")
    }
    #expect(error?.problem == .diskFull)
    #expect(error?.isMachineFailure == true)
  }

  @Test func namesAMissingFolderAndAFolder() throws {
    let missing = #expect(throws: InputFileError.self) {
      try OutputFile(path: folder.path("nowhere/out.json"))
    }
    #expect(missing?.problem == .notWritable(reason: "the folder does not exist"))
    let directory = #expect(throws: InputFileError.self) { try OutputFile(path: folder.url.path) }
    #expect(directory?.problem == .directory)
  }
}
