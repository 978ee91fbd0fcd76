import Foundation
import Reporting
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

/// `docs/diagnostics.md` shows every problem with the golden file that announces it.
struct DiagnosticsPageTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/diagnostics.md")

  /// `RECORD_SNAPSHOTS=1 swift test` rewrites the page.
  @Test func showsWhatTheGoldenFilesShow() throws {
    let page = page()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(page.utf8).write(to: Self.file)
    }
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(text == page, "docs/diagnostics.md is stale: RECORD_SNAPSHOTS=1 swift test")
  }

  private func page() -> String {
    let examples = GoldenFile.all.map { ($0, $0.diagnostics) }
    let sections = ProblemDescription.all.compactMap { problem -> String? in
      // A file with this problem alone shows it best.
      let shown = examples.filter { $0.1.contains { $0.id == problem.id } }
      guard let (file, found) = shown.min(by: { $0.1.count < $1.1.count }),
        let first = found.first(where: { $0.id == problem.id })
      else { return nil }
      let text = DiagnosticReport([first], sources: file.sources).text(style: .plain)
      let lines = text.split(separator: "\n").dropLast().joined(separator: "\n")
      return "## \(problem.code) \(problem.id)\n\n```text\n\(lines)\n```\n"
    }
    return """
      # Diagnostics

      Everything that reading and compiling a rule can report, each with one example. The files are
      those of `Tests/RuleLanguageTests/Golden`, from which this page is generated. Warnings have
      pages of their own: [lints](lints/README.md).

      \(sections.joined(separator: "\n"))
      """
  }
}
