import StrictYAML

/// One diagnostic as lines: the message, the place, the source with carets, the help.
struct DiagnosticText {
  private let diagnostic: Diagnostic
  private let source: SourceLines?
  private let paint: Paint

  init(_ diagnostic: Diagnostic, source: SourceLines?, paint: Paint) {
    self.diagnostic = diagnostic
    self.source = source
    self.paint = paint
  }

  var lines: [String] {
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    let message = TerminalText.safe(diagnostic.message)
    let start = diagnostic.span.start
    let column = source?.character(at: start) ?? start.column
    let place = "\(TerminalText.safe(diagnostic.file)):\(start.line):\(column)"
    let help = diagnostic.help.map { [gutter("=") + " help: " + TerminalText.safe($0)] } ?? []
    return [paint(head, tone) + paint(": " + message, .bold)]
      + [margin + paint("--> ", .blue) + place] + excerpt + help
  }

  private var tone: Paint.Tone { diagnostic.severity == .error ? .red : .yellow }

  /// A place to underline: the culprit with carets, other places with dashes.
  private struct Mark {
    let span: SourceSpan
    let label: String
    let isCulprit: Bool
  }

  private var marks: [Mark] {
    let culprit = Mark(span: diagnostic.span, label: diagnostic.label ?? "", isCulprit: true)
    let notes = diagnostic.notes.map { Mark(span: $0.span, label: $0.label, isCulprit: false) }
    return ([culprit] + notes).sorted { $0.span.start < $1.span.start }
  }

  private var excerpt: [String] {
    guard let source else { return [] }
    let shown = marks.filter { source.line($0.span.start.line) != nil }
    guard !shown.isEmpty else { return [] }
    var lines = [gutter("|")]
    var previous: Int?
    for mark in shown {
      let number = mark.span.start.line
      let window = window(ofLine: number, in: source)
      if number != previous {
        lines.append(numbered(number, window.shown(source.line(number) ?? "")))
      }
      previous = number
      if let line = underline(mark, in: source, window) {
        lines.append(gutter("|") + " " + line)
      }
    }
    return lines
  }

  /// What to show of a line: around the culprit, or around the first mark when it is elsewhere.
  private func window(ofLine number: Int, in source: SourceLines) -> ExcerptWindow {
    let here = marks.filter { $0.span.start.line == number }
    let mark = here.first(where: \.isCulprit) ?? here.first
    return ExcerptWindow(
      columns: source.columns(inLine: number),
      culprit: mark.map { source.columns(before: $0.span.start) } ?? 0)
  }

  /// A span over several lines is underlined to the end of its first.
  private func underline(
    _ mark: Mark, in source: SourceLines, _ window: ExcerptWindow
  ) -> String? {
    let (start, end) = (mark.span.start, mark.span.end)
    let from = source.columns(before: start)
    let to =
      end.line == start.line
      ? source.columns(before: end) : source.columns(inLine: start.line)
    guard let columns = window.shown(from..<max(from + 1, to)) else { return nil }
    let line = String(repeating: mark.isCulprit ? "^" : "-", count: max(1, columns.count))
    let label = mark.label.isEmpty ? "" : " " + TerminalText.safe(mark.label)
    return String(repeating: " ", count: columns.lowerBound)
      + paint(line + label, mark.isCulprit ? tone : .blue)
  }

  private var numberWidth: Int {
    String(marks.map(\.span.start.line).max() ?? 1).count
  }

  private var margin: String { String(repeating: " ", count: numberWidth) }

  /// The space where a line number would be, and a sign below the numbers' own.
  private func gutter(_ sign: String) -> String { margin + " " + paint(sign, .blue) }

  private func numbered(_ number: Int, _ line: String) -> String {
    let digits = String(repeating: " ", count: numberWidth - String(number).count) + String(number)
    return paint(digits + " |", .blue) + " " + line
  }
}
