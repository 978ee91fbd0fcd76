public import RuleLanguage
import StrictYAML
public import Testing

extension SampleRules {
  /// Compiles files, given as names and texts, in the small world of these tests.
  public static func library(_ files: KeyValuePairs<String, String>) -> CompiledLibrary {
    LibraryCompiler(catalog: catalog, gazetteer: gazetteer).compile(
      files.map { LibraryFile(name: $0.key, bytes: Array($0.value.utf8)) })
  }
}

/// Compiles `files` and expects exactly the diagnostics that their `# error: id` comments announce.
public func expectLibraryDiagnostics(
  _ files: KeyValuePairs<String, String>, at location: SourceLocation = #_sourceLocation
) {
  let expected = files.sorted { $0.key < $1.key }.flatMap { name, text in
    zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)).compactMap {
      line, text in text.firstMatch(of: /# error: (\S+)/).map { "\(name):\(line): \($0.1)" }
    }
  }
  let found = SampleRules.library(files).diagnostics.map {
    "\($0.file):\($0.span.start.line): \($0.id)"
  }
  #expect(found == expected, sourceLocation: location)
}
