import Foundation
import Reporting
import Testing

struct LintPageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/lints")

  /// `RECORD_SNAPSHOTS=1 swift test` rewrites the pages.
  @Test func areThoseOfTheSource() throws {
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    if isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
    }
    for page in LintPage.all {
      let file = Self.folder.appending(path: page.name)
      if isRecording { try Data(page.text.utf8).write(to: file) }
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text == page.text, "\(page.name) is stale: RECORD_SNAPSHOTS=1 swift test")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(names == LintPage.all.map(\.name).sorted())
  }
}
