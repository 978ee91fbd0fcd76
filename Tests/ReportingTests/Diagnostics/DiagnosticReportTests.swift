import Maritime
import Reporting
import StrictYAML
import TestSupport
import Testing

struct DiagnosticReportTests {
  private static let rule = """
    kind: rule
    match:
        fact: ais_gap
        where:
          - duraton >= 12h
          - name == "МАЯ" или x
          - 船名 == y
    """

  @Test func showsLinesCaretsNotesAndHelp() throws {
    let report = DiagnosticReport(
      [
        diagnostic(
          "E020", "unknown field `duraton` of ais_gap", at: "duraton", label: "not a field here",
          notes: [note("ais_gap", "`ais_gap` selected here")], help: "did you mean `duration`?"),
        diagnostic("E030", "`или` is no operator", at: "или", label: "here"),
        diagnostic("W007", "`y` is never known", severity: .warning, at: "y", from: "船名"),
        Diagnostic(
          code: "E001", id: "yaml-too-large", message: "another file is too large",
          file: "other.yaml", span: span(0, 0)),
      ], sources: ["rule.yaml": Array(Self.rule.utf8)])
    try expectSnapshot(report.text(style: .plain), "diagnostics.text")
    try expectSnapshot(report.json, "diagnostics.json")
  }

  @Test func countsCharactersNotBytes() throws {
    let report = DiagnosticReport(
      [diagnostic("E030", "`или` is no operator", at: "или")],
      sources: ["rule.yaml": Array(Self.rule.utf8)])
    #expect(report.text(style: .plain).contains("rule.yaml:6:23\n"))
    let json = try JSONValue(reading: report.json)
    let start = json.elements?.first?["span"]?["start"]
    #expect(start?["column"]?.integer == 23)
  }

  @Test func saysNothingWhenThereIsNothing() {
    #expect(DiagnosticReport([], sources: [:]).text(style: .plain) == "")
    #expect(DiagnosticReport([], sources: [:]).json == "[]\n")
  }

  @Test func colorsAndDisarms() {
    let hostile = Diagnostic(
      code: "E020", id: "x", message: "unknown `\u{1b}[2J`", file: "a.yaml", span: span(0, 2),
      help: nil)
    let source = ["a.yaml": Array("ab\u{1b}c\n".utf8)]
    let plain = DiagnosticReport([hostile], sources: source).text(style: .plain)
    #expect(!plain.contains("\u{1b}"))
    let colored = DiagnosticReport([hostile], sources: source)
      .text(style: ReportStyle(isColored: true))
    #expect(colored.hasPrefix("\u{1b}[1;31merror[E020]\u{1b}[0m"))
    #expect(!colored.contains("\u{1b}[2J"))
  }

  private func diagnostic(
    _ code: String, _ message: String, severity: Diagnostic.Severity = .error, at text: String,
    from context: String = "", label: String? = nil, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code, id: "some-id", severity: severity, message: message, file: "rule.yaml",
      span: place(of: text, after: context), label: label, notes: notes, help: help)
  }

  private func note(_ text: String, _ label: String) -> Diagnostic.Note {
    Diagnostic.Note(span: place(of: text, after: ""), label: label)
  }

  private func place(of text: String, after context: String) -> SourceSpan {
    let bytes = Self.rule
    let begin = context.isEmpty ? bytes.startIndex : bytes.firstRange(of: context)?.upperBound
    guard let begin, let range = bytes[begin...].firstRange(of: text) else {
      preconditionFailure("\(text) is not in the rule")
    }
    return span(
      bytes.utf8.distance(from: bytes.startIndex, to: range.lowerBound),
      bytes.utf8.distance(from: bytes.startIndex, to: range.upperBound))
  }

  private func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(start: position(start), end: position(end))
  }

  private func position(_ offset: Int) -> SourcePosition {
    let before = Array(Self.rule.utf8).prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return SourcePosition(offset: offset, line: line, column: offset - lineStart + 1)
  }
}
