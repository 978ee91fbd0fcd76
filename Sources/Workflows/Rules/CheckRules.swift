import InputFiles
public import Maritime
public import Reporting
import RuleLanguage
import Screening
import StrictYAML

/// What compiling some rules and looking through them showed.
public struct RuleCheck: Sendable {
  /// How many rules compiled.
  public let rules: Int
  /// How many diagnostics are errors.
  public let errors: Int
  /// How many diagnostics are warnings.
  public let warnings: Int
  /// The diagnostics, ready to be shown.
  public let report: DiagnosticReport

  /// Whether there is no error.
  public var isClean: Bool { errors == 0 }

  /// What the program ends with: 2 with an error, 1 with a warning when they are to count, else 0.
  public func exitCode(isStrict: Bool) -> Int32 {
    errors > 0 ? 2 : isStrict && warnings > 0 ? 1 : 0
  }

  /// The diagnostics in their files' lines, then how many rules compiled.
  public func text(style: ReportStyle) -> String {
    report.text(style: style) + "\(rules.counted("rule")) compiled\n"
  }

  /// The diagnostics in SARIF 2.1.0, with links below `pages` when they are published.
  public func sarif(pages: String?) -> String {
    report.sarif(version: engineVersion, pages: pages)
  }
}

/// Compiles rules, collects every mistake, and looks through what compiles.
///
/// - Parameters:
///   - paths: Files or folders; the shipped rules when empty.
///   - geography: Ports and zones that the rules may name.
///   - asOf: The day for which waivers and exceptions expire; without one nothing expires.
/// - Returns: Every mistake and warning, ready to be shown.
/// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read.
public func checkRules(
  at paths: [String], geography: GeographySources, asOf: UTCTime? = nil
) throws -> RuleCheck {
  let gazetteer = try geography.load().gazetteer
  let places = paths.isEmpty ? [try HomeFolder().rules] : paths
  let library = try RuleLibrary(paths: places, gazetteer: gazetteer)
  let policy = try lintPolicy(beside: places)
  let lock = try packLock(of: places, library)
  let compiler = RuleCompiler(
    catalog: .standard, stateFields: VesselIdentity.stateFields, gazetteer: gazetteer)
  let warnings = compiler.lint(
    library.rules, sources: library.sources,
    terms: LintTerms(
      groupCap: policy.groups.cap, groupCaps: policy.groups.caps, lock: lock, asOf: asOf))
  let all = library.diagnostics + warnings
  let errors = all.count { $0.severity == .error }
  return RuleCheck(
    rules: library.rules.count, errors: errors, warnings: all.count - errors,
    report: DiagnosticReport(all, sources: library.sources))
}

/// The rules below `paths`, or the shipped ones.
func library(at paths: [String], geography: GeographySources) throws -> RuleLibrary {
  let places = paths.isEmpty ? [try HomeFolder().rules] : paths
  return try RuleLibrary(paths: places, gazetteer: try geography.load().gazetteer)
}

/// What the packs among the documents keep of each rule, and that to which a single file belongs.
///
/// A manifest with a mistake keeps nothing; the mistake is reported as one of the library.
private func packLock(
  of places: [String], _ library: RuleLibrary
) throws -> [String: LintTerms.Lock] {
  let named = library.compiled.documents.filter { $0.kind == .pack }.map(\.file)
  let around = places.filter(RuleLibrary.isFile).map { place in
    RuleLibrary.libraryFolder(of: place) + "/" + PackManifest.fileName
  }
  var lock: [String: LintTerms.Lock] = [:]
  for file in Set(named + around.filter(RuleLibrary.isFile)).sorted() {
    let bytes = try library.sources[file] ?? InputFile.readAll(path: file, limit: 4 << 20)
    for rule in PackManifest.read(bytes, file: file).manifest?.lock ?? [] {
      lock[rule.rule] = LintTerms.Lock(version: rule.version, digest: rule.digest)
    }
  }
  return lock
}

/// The policy in one of the folders, whose caps limit what a rule can give; else the standard one.
private func lintPolicy(beside places: [String]) throws -> Policy {
  let names = try places.flatMap { try files(at: $0, extensions: ["yaml"]) }
  guard let file = names.first(where: { $0.hasSuffix("policy.yaml") }) else { return .standard }
  return Policy.read(try InputFile.readAll(path: file, limit: 1 << 20), file: file).policy
    ?? .standard
}
