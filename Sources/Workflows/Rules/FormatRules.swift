import InputFiles
import Maritime
public import Reporting
import RuleLanguage
import StrictYAML

/// Lays rule documents out anew, or says which are not laid out so.
///
/// A file with an error is left alone, because nobody knows what it means. Every text is read again
/// before it replaces the file, and must mean the same.
///
/// - Parameters:
///   - paths: Files or folders.
///   - isCheck: Whether nothing is written.
///   - geography: Ports and zones that the rules may name.
/// - Returns: What became of each file.
/// - Throws: `WorkflowError` or `InputFileError` when a file cannot be read or written.
public func formatRules(
  at paths: [String], isCheck: Bool, geography: GeographySources
) throws -> FormatReport {
  let gazetteer = try geography.load().gazetteer
  let compiler = RuleCompiler(catalog: .standard, gazetteer: gazetteer)
  let library = try RuleLibrary(paths: paths, gazetteer: gazetteer)
  let broken = Dictionary(
    grouping: library.diagnostics.filter { $0.severity == .error }, by: \.file)
  let names = Set(try paths.flatMap { try files(at: $0, extensions: ["yaml", "yml"]) }).sorted()
  var report = FormatReport(isCheck: isCheck)
  for name in names {
    let bytes = try library.sources[name] ?? InputFile.readAll(path: name, limit: 16 << 20)
    if let errors = broken[name] {
      report.add(name, .refused(errors), source: bytes)
      continue
    }
    let outcome = compiler.format(bytes, file: name)
    if case .changed(let text) = outcome, !isCheck {
      let file = try OutputFile(path: name)
      try file.write(String(decoding: text, as: UTF8.self))
      try file.commit()
    }
    report.add(name, outcome, source: bytes)
  }
  return report
}
