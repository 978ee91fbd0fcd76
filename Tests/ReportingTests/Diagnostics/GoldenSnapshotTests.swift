import Reporting
import TestSupport
import Testing

/// The wording of every diagnostic, so that a change of one is read before it is kept.
struct GoldenSnapshotTests {
  @Test(arguments: Set(GoldenFile.all.map(\.folder)).sorted())
  func saysWhatWasReviewed(_ folder: String) throws {
    let files = GoldenFile.all.filter { $0.folder == folder }
    let texts = files.map { file in
      "## \(file.name)\n"
        + DiagnosticReport(file.diagnostics, sources: file.sources).text(style: .plain)
    }
    try expectSnapshot(texts.joined(separator: "\n"), "Golden/\(folder).txt")
  }
}

extension GoldenFile {
  fileprivate var folder: String { String(name.prefix { $0 != "/" }) }
}
