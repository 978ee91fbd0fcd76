public import StrictYAML

/// Problems in texts that somebody wrote, shown with the lines they are in.
public struct DiagnosticReport: Sendable {
  private let diagnostics: [Diagnostic]
  private let sources: [String: SourceLines]

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - diagnostics: In any order; they are shown by file, then by place.
  ///   - sources: The texts by file name; without its text a diagnostic is shown without lines.
  public init(_ diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
    self.diagnostics = diagnostics.sorted { a, b in
      (a.file, a.span.start.offset, a.code, a.message)
        < (b.file, b.span.start.offset, b.code, b.message)
    }
    self.sources = sources.mapValues(SourceLines.init)
  }

  /// The report for people, with a count at the end; empty when there is nothing to say.
  public func text(style: ReportStyle) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let paint = Paint(isColored: style.isColored)
    let parts = diagnostics.map { diagnostic in
      DiagnosticText(diagnostic, source: sources[diagnostic.file], paint: paint).lines
        .map { $0 + "\n" }.joined()
    }
    return parts.joined(separator: "\n") + "\n" + count + "\n"
  }

  /// The report for programs: a JSON array on one line, with a line end.
  ///
  /// Lines and columns count from 1; a column is a character, or a byte when the text is not known.
  public var json: String {
    JSONText.array(diagnostics.map { $0.json(sources[$0.file]) }) + "\n"
  }

  /// The report in SARIF 2.1.0, on one line, with a line end.
  ///
  /// - Parameters:
  ///   - version: The version of the program.
  ///   - pages: Where the pages of `docs/lints` are published; without it no rule has a link.
  /// - Returns: The text for a code host or an editor.
  public func sarif(version: String, pages: String? = nil) -> String {
    SARIFReport(diagnostics, sources: sources, version: version, pages: pages).text
  }

  private var count: String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.map { $0.0.counted($0.1) }.joined(separator: ", ")
  }
}

extension Diagnostic {
  fileprivate func json(_ source: SourceLines?) -> String {
    JSONText.object([
      "code": JSONText.string(code),
      "id": JSONText.string(id),
      "severity": JSONText.string(severity.rawValue),
      "message": JSONText.string(message),
      "file": JSONText.string(file),
      "span": span.json(source),
      "label": JSONText.optional(label),
      "notes": JSONText.array(
        notes.map {
          JSONText.object(["span": $0.span.json(source), "label": JSONText.string($0.label)])
        }),
      "help": JSONText.optional(help),
    ])
  }
}

extension SourceSpan {
  fileprivate func json(_ source: SourceLines?) -> String {
    JSONText.object(["start": start.json(source), "end": end.json(source)])
  }
}

extension SourcePosition {
  fileprivate func json(_ source: SourceLines?) -> String {
    JSONText.object([
      "offset": String(offset), "line": String(line),
      "column": String(source?.character(at: self) ?? column),
    ])
  }
}
