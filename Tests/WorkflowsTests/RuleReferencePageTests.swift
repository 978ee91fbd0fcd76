import Foundation
import Testing
import Workflows

struct RuleReferencePageTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/rule-reference.md")

  /// `RECORD_SNAPSHOTS=1 swift test` rewrites the page.
  @Test func isNotBehindTheCode() throws {
    let reference = ruleReference()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(reference.utf8).write(to: page)
      return
    }
    let isCurrent = try String(contentsOf: page, encoding: .utf8) == reference
    #expect(isCurrent, "docs/rule-reference.md is stale: pratique rules doc -o docs")
  }
}
