import RuleLanguage
import StrictYAML
public import Testing

/// Compiles `yaml` and expects exactly the diagnostics that its `# error: id` comments announce.
public func expectDiagnostics(
  _ yaml: String, at location: SourceLocation = #_sourceLocation
) {
  let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = zip(1..., lines).compactMap { line, text in
    text.firstMatch(of: /# error: (\S+)/).map { "\(line): \($0.1)" }
  }
  let found = SampleRules.compiler.compile(Array(yaml.utf8), file: "test.yaml").diagnostics
    .map { "\($0.span.start.line): \($0.id)" }
  #expect(found == expected, "in \(yaml)", sourceLocation: location)
}
