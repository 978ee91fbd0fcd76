public import Reporting
import RuleLanguage
import StrictYAML

/// What compiling some rules showed.
public struct RuleCheck: Sendable {
  /// How many rules compiled.
  public let rules: Int
  /// How many diagnostics are errors.
  public let errors: Int
  /// The diagnostics, ready to be shown.
  public let report: DiagnosticReport

  /// Whether there is no error.
  public var isClean: Bool { errors == 0 }

  /// The diagnostics in their files' lines, then how many rules compiled.
  public func text(style: ReportStyle) -> String {
    report.text(style: style) + "\(rules) rules compiled\n"
  }
}

/// Compiles rules and collects every mistake.
///
/// - Parameters:
///   - paths: Files or folders; the shipped rules when empty.
///   - geography: Ports and zones that the rules may name.
/// - Returns: Every mistake, ready to be shown.
/// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read.
public func checkRules(at paths: [String], geography: GeographySources) throws -> RuleCheck {
  let library = try library(at: paths, geography: geography)
  return RuleCheck(
    rules: library.rules.count,
    errors: library.diagnostics.count { $0.severity == .error },
    report: DiagnosticReport(library.diagnostics, sources: library.sources))
}

/// The rules below `paths`, or the shipped ones.
func library(at paths: [String], geography: GeographySources) throws -> RuleLibrary {
  let places = paths.isEmpty ? [try HomeFolder().rules] : paths
  return try RuleLibrary(paths: places, gazetteer: try geography.load().gazetteer)
}
