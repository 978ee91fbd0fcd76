import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct GoldenDiagnosticsTests {
  /// Problems that no file can show, and where they are tested instead.
  static let elsewhere: Set = [
    "yaml-too-large",  // YAMLReaderTests: a file of 256 KiB
    "no-safe-layout",  // no text that is known leads to it: the formatter refuses its own mistakes
    "unsupported-subject",  // nothing any more: it keeps its code
    // The tests in `Library`: they take several documents.
    "misplaced-definition", "nested-definition", "duplicate-document", "invalid-polygon",
    "table-gap", "table-overlap", "invalid-list-entry", "invalid-exception", "invalid-manifest",
    "orphan-tests",
  ]

  @Test(arguments: GoldenFile.all)
  func saysExactlyWhatTheFileAnnounces(_ file: GoldenFile) {
    #expect(file.found == file.announced)
  }

  @Test func hasEnoughFiles() {
    #expect(GoldenFile.all.count >= 150)
  }

  @Test func showsEveryProblem() {
    let shown = Set(
      GoldenFile.all.flatMap(\.announced).compactMap { $0.split(separator: " ").last })
    let problems = YAMLProblem.allCases.map(\.id) + RuleProblem.allCases.map(\.id)
    for id in problems where !Self.elsewhere.contains(id) {
      #expect(shown.contains(id[...]), "add a file to Tests/RuleLanguageTests/Golden with \(id)")
    }
  }

  /// Every place lies in its text, and every sentence is one: no capital letter, no full stop.
  @Test(arguments: GoldenFile.all)
  func pointsIntoTheText(_ file: GoldenFile) {
    for diagnostic in file.diagnostics {
      let bytes = file.sources[diagnostic.file] ?? []
      for span in [diagnostic.span] + diagnostic.notes.map(\.span) {
        #expect(span.start <= span.end && span.end.offset <= bytes.count)
      }
      #expect(diagnostic.message.first?.isUppercase == false, "\(diagnostic.message)")
      #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
      #expect(diagnostic.help?.hasSuffix(".") != true, "\(diagnostic.help ?? "")")
    }
  }
}
