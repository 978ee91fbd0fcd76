import Detection
import Foundation
import Maritime
import Testing

/// The examples of `docs/imports.md` are read as it says.
struct ImportsPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/imports.md")

  @Test func readsEveryExample() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let examples = text.components(separatedBy: "```csv\n").dropFirst().map { part in
      part.components(separatedBy: "```")[0]
    }
    let tables: [FactTable] = [.identityHistory, .ownership, .ownership, .papers, .sightings]
    #expect(examples.count == tables.count)
    for (example, table) in zip(examples, tables) {
      let (facts, rejections) = table.read(
        Array(example.utf8), file: "example.csv", usualKind: table.kinds.first)
      #expect(rejections.isEmpty, "\(rejections)")
      #expect(facts.count == example.split(separator: "\n").count - 1)
    }
  }
}
