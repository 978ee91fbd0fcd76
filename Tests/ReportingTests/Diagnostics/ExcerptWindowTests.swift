import Reporting
import StrictYAML
import TestSupport
import Testing

struct ExcerptWindowTests {
  @Test(arguments: [
    (0, 5), (100, 5), (200, 5), (299, 1), (150, 200),
  ])
  func keepsTheCulpritInSight(_ offset: Int, _ length: Int) throws {
    let digits = String(repeating: "0123456789", count: 30)
    let source = SourceText(Array(digits.utf8))
    let span = source.span(offset..<min(offset + length, 300))
    let diagnostic = Diagnostic(
      code: "E020", id: "x", message: "it is wrong", file: "a.yaml", span: span)
    let lines = DiagnosticReport([diagnostic], sources: ["a.yaml": source.bytes])
      .text(style: .plain).split(separator: "\n")
    let (line, marks) = (Array(lines[3]), Array(lines[4]))
    #expect(line.count <= 126 && marks.count <= 126)
    let first = try #require(marks.firstIndex(of: "^"))
    #expect(String(line[first]) == "\(offset % 10)")
  }

  @Test func showsAShortLineWhole() {
    let source = SourceText(Array(String(repeating: "x", count: 120).utf8))
    let diagnostic = Diagnostic(
      code: "E020", id: "x", message: "it is wrong", file: "a.yaml", span: source.span(119..<120))
    let text = DiagnosticReport([diagnostic], sources: ["a.yaml": source.bytes]).text(style: .plain)
    #expect(!text.contains("…"))
  }
}
