public import Reporting
import RuleLanguage
import StrictYAML

/// Runs the tests that rules carry, in the rule or in `NAME.tests.yaml` beside it.
///
/// - Parameters:
///   - paths: Files or folders; the shipped rules when empty.
///   - geography: Ports and zones that the rules may name.
/// - Returns: The outcome of every test, by rule.
/// - Throws: `WorkflowError.diagnostics` when a rule does not compile.
public func testRules(
  at paths: [String], geography: GeographySources
) throws -> RuleTestReport {
  let library = try library(at: paths, geography: geography)
  let rules = try library.checked()
  return RuleTestReport(
    rules.map { RuleTestReport.Rule(header: $0.header, outcomes: runTests(of: $0)) })
}
