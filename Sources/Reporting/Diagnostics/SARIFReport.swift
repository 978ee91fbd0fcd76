import RuleLanguage
import StrictYAML

/// Diagnostics in the Static Analysis Results Interchange Format 2.1.0, which code hosts show in
/// a change under review.
///
/// Columns count UTF-16 code units, and `columnKind` says so. Source: OASIS SARIF 2.1.0, 3.14.17.
struct SARIFReport {
  private let diagnostics: [Diagnostic]
  private let sources: [String: SourceLines]
  private let version: String
  /// Where the pages of `docs/lints` are published, with a slash at the end.
  private let pages: String?

  init(
    _ diagnostics: [Diagnostic], sources: [String: SourceLines], version: String, pages: String?
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.version = version
    self.pages = pages.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  var text: String {
    let run = JSONText.object([
      "tool": JSONText.object(["driver": driver]),
      "columnKind": JSONText.string("utf16CodeUnits"),
      "results": JSONText.array(diagnostics.map(result)),
    ])
    return JSONText.object([
      "$schema": JSONText.string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": JSONText.string("2.1.0"),
      "runs": JSONText.array([run]),
    ]) + "\n"
  }

  /// A rule of the report: every lint, and the errors that occur.
  private struct Rule {
    let code: String
    let id: String
    let level: String
    let lint: Lint?
  }

  private var rules: [Rule] {
    let lints = Lint.all.map { Rule(code: $0.code, id: $0.id, level: "warning", lint: $0) }
    let known = Set(lints.map(\.code))
    let others = Dictionary(diagnostics.map { ($0.code, $0) }) { first, _ in first }.values
      .filter { !known.contains($0.code) }
      .map { Rule(code: $0.code, id: $0.id, level: $0.severity.rawValue, lint: nil) }
    return (others + lints).sorted { $0.code < $1.code }
  }

  private var driver: String {
    JSONText.object([
      "name": JSONText.string("pratique"),
      "version": JSONText.string(version),
      "rules": JSONText.array(rules.map(json)),
    ])
  }

  private func json(_ rule: Rule) -> String {
    let words = rule.id.split(separator: "-").joined(separator: " ")
    var members = [
      ("id", JSONText.string(rule.code)),
      ("name", JSONText.string(rule.id)),
      ("shortDescription", message(rule.lint?.summary ?? words)),
      ("defaultConfiguration", JSONText.object(["level": JSONText.string(rule.level)])),
    ]
    if let lint = rule.lint {
      members.append(("fullDescription", message(lint.rationale)))
      if let pages { members.append(("helpUri", JSONText.string(pages + lint.id + ".md"))) }
    }
    return "{" + members.map { JSONText.string($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private func result(_ diagnostic: Diagnostic) -> String {
    let index = rules.firstIndex { $0.code == diagnostic.code } ?? 0
    let help = diagnostic.help.map { "; \($0)" } ?? ""
    return JSONText.object([
      "ruleId": JSONText.string(diagnostic.code),
      "ruleIndex": String(index),
      "level": JSONText.string(diagnostic.severity.rawValue),
      "message": message(diagnostic.message + help),
      "locations": JSONText.array([location(diagnostic.span, in: diagnostic.file)]),
      "relatedLocations": JSONText.array(
        diagnostic.notes.map { location($0.span, in: diagnostic.file, saying: $0.label) }),
    ])
  }

  private func location(
    _ span: SourceSpan, in file: String, saying label: String? = nil
  ) -> String {
    let lines = sources[file]
    let region = JSONText.object([
      "startLine": String(span.start.line),
      "startColumn": String(lines?.codeUnit(at: span.start) ?? span.start.column),
      "endLine": String(span.end.line),
      "endColumn": String(lines?.codeUnit(at: span.end) ?? span.end.column),
    ])
    let place = JSONText.object([
      "artifactLocation": JSONText.object(["uri": JSONText.string(Self.reference(to: file))]),
      "region": region,
    ])
    guard let label else { return JSONText.object(["physicalLocation": place]) }
    return JSONText.object(["physicalLocation": place, "message": message(label)])
  }

  private func message(_ text: String) -> String {
    JSONText.object(["text": JSONText.string(text)])
  }

  /// The path as a URI reference: what RFC 3986 reserves is written as `%` and two digits.
  private static func reference(to path: String) -> String {
    let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    let escaped = path.utf8.map { byte in
      kept.contains(byte)
        ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
    return (path.hasPrefix("/") ? "file://" : "") + escaped.joined()
  }
}
