import Foundation
import InputFiles
import TestSupport
import Testing

struct TarArchiveTests {
  private static let entries = [
    TarArchive.Entry(name: "a.txt", bytes: Array("one\n".utf8)),
    TarArchive.Entry(name: "folder/b.json", bytes: [UInt8](repeating: 120, count: 1025)),
    TarArchive.Entry(name: "empty", bytes: []),
  ]

  @Test func readsWhatItWrote() throws {
    let bytes = TarArchive(Self.entries).bytes
    #expect(bytes.count % 512 == 0)
    #expect(TarArchive.isArchive(bytes))
    #expect(try TarArchive(reading: bytes).entries == Self.entries)
    #expect(bytes == TarArchive(Self.entries).bytes)
  }

  /// The system's tar must list it and open it.
  @Test func isOpenedByTar() throws {
    let folder = try TemporaryFolder()
    try Data(TarArchive(Self.entries).bytes).write(to: URL(filePath: folder.path("x.tar")))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/tar")
    process.arguments = ["-xf", folder.path("x.tar"), "-C", folder.url.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try String(contentsOfFile: folder.path("a.txt"), encoding: .utf8) == "one\n")
  }

  @Test(arguments: [
    ("a.txt", true), ("rules/a-b_c.yaml", true), ("", false), ("/etc/passwd", false),
    ("../a", false), ("a/../../b", false), ("a//b", false), ("a/", false), ("./a", false),
    ("a\\b", false), ("a b", false), ("C:a", false), ("é", false),
  ])
  func allowsOnlyNamesBelowTheFolder(_ name: String, isSafe: Bool) {
    #expect(TarArchive.isSafe(name) == isSafe)
  }

  /// Changes a byte of the first header and mends the sum, as one who means harm would.
  private static func changed(_ place: Int, to text: String) -> [UInt8] {
    var bytes = TarArchive(entries).bytes
    bytes.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    let sum = bytes[..<512].enumerated().reduce(0) {
      $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element))
    }
    let octal = String(sum, radix: 8)
    let digits = String(repeating: "0", count: 6 - octal.count) + octal
    bytes.replaceSubrange(148..<154, with: digits.utf8)
    return bytes
  }

  @Test(arguments: [
    (0, "../ab", "'../ab' is no name"), (0, "/etc/", "'/etc/' is no name"),
    (156, "2", "'a.txt' is neither a file nor a folder"),
    (156, "3", "'a.txt' is neither a file nor a folder"),
    (345, "etc", "'a.txt' is no name"), (124, "77777777777", "the archive stops within 'a.txt'"),
    (124, "zzzzzzzzzzz", "the size of 'a.txt' is damaged"),
    (0, "empty", "'empty' is in the archive twice"),
  ])
  func refusesWhatIsDangerous(_ place: Int, _ text: String, _ message: String) {
    #expect {
      _ = try TarArchive(reading: Self.changed(place, to: text))
    } throws: { error in
      (error as? TarArchive.Failure)?.message.hasPrefix(message) == true
    }
  }

  @Test func refusesWhatIsDamaged() {
    let bytes = TarArchive(Self.entries).bytes
    for cut in stride(from: 0, to: bytes.count - 1024, by: 97) {
      #expect(throws: TarArchive.Failure.self) {
        _ = try TarArchive(reading: Array(bytes[..<cut]))
      }
    }
    var broken = bytes
    broken[3] ^= 1
    #expect(throws: TarArchive.Failure.self) { _ = try TarArchive(reading: broken) }
  }
}
