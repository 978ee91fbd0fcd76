import Foundation
import RuleLanguage
public import StrictYAML
public import Testing

/// A rule file with comments that announce what is said about it.
///
/// `# error: ID` or `# warning: ID` announces a diagnostic on its line, and with ` on line N` one
/// on another, for places where no comment can stand.
public struct GoldenFile: Sendable, CustomTestStringConvertible {
  /// The path below `Golden`.
  public let name: String
  /// The text.
  public let bytes: [UInt8]
  /// The text of the file of tests beside it.
  public let tests: [UInt8]?

  /// The name of the file in a report of tests.
  public var testDescription: String { name }

  /// Every golden file, by name.
  public static let all: [GoldenFile] = files()

  /// What the comments announce: `12: error unknown-field`.
  public var announced: [String] {
    announced(in: bytes, "") + (tests.map { announced(in: $0, "tests ") } ?? [])
  }

  /// What the compiler says, or the lints when the rule compiles.
  public var diagnostics: [Diagnostic] {
    let beside = tests.map { (bytes: $0, file: testsName) }
    let compilation = SampleRules.compiler.compile(bytes, file: name, tests: beside)
    guard let rule = compilation.rule else { return compilation.diagnostics }
    var sources = [name: bytes]
    sources[testsName] = tests
    return compilation.diagnostics
      + SampleRules.compiler.lint([rule], sources: sources, terms: LintExample.terms)
  }

  /// What was found, in the form of `announced`.
  public var found: [String] {
    diagnostics.map { diagnostic in
      (diagnostic.file == name ? "" : "tests ")
        + "\(diagnostic.span.start.line): \(diagnostic.severity.rawValue) \(diagnostic.id)"
    }
  }

  /// The texts by file name, to show diagnostics in.
  public var sources: [String: [UInt8]] {
    var sources = [name: bytes]
    sources[testsName] = tests
    return sources
  }

  /// The name of the file of tests beside the rule.
  public var testsName: String { name.replacing(".yaml", with: ".tests.yaml") }

  private func announced(in bytes: [UInt8], _ prefix: String) -> [String] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let found = zip(1..., lines).flatMap { number, line in
      String(decoding: line, as: UTF8.self)
        .matches(of: /# (error|warning): ([a-z0-9-]+)(?: on line ([0-9]+))?/)
        .map { match in
          (line: match.3.flatMap { Int($0) } ?? number, "\(match.1) \(match.2)")
        }
    }
    return found.sorted { $0.line < $1.line }.map { "\(prefix)\($0.line): \($0.1)" }
  }

  private static func files() -> [GoldenFile] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "RuleLanguageTests/Golden")
    let paths = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
    return paths.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml") }.map { path in
      let beside = path.replacing(".yaml", with: ".tests.yaml")
      return GoldenFile(
        name: path, bytes: read(folder.appending(path: path)),
        tests: paths.contains(beside) ? read(folder.appending(path: beside)) : nil)
    }
  }

  private static func read(_ file: URL) -> [UInt8] {
    // A file that cannot be read differs from what it announces, so its test fails.
    (try? Data(contentsOf: file)).map { Array($0) } ?? []
  }
}
