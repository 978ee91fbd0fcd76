import InputFiles
public import Reporting
import RuleLanguage
import StrictYAML

/// Runs the tests that rules carry, in the rule or in `NAME.tests.yaml` beside it.
///
/// - Parameters:
///   - paths: Files or folders; the shipped rules when empty.
///   - filter: Text that the id of a rule or the name of a test must have; all when `nil`.
///   - geography: Ports and zones that the rules may name.
/// - Returns: The outcome of every test, by rule.
/// - Throws: `WorkflowError` when a rule does not compile or no test is named so.
public func testRules(
  at paths: [String], filter: String? = nil, geography: GeographySources
) throws -> RuleTestReport {
  let library = try library(at: paths, geography: geography)
  let rules = try library.checked()
  let tested = rules.map { rule in
    let outcomes = runTests(of: rule)
    let isChosen = filter.map { rule.header.id.contains($0) } ?? true
    return RuleTestReport.Rule(
      header: rule.header,
      outcomes: isChosen ? outcomes : outcomes.filter { $0.name.contains(filter ?? "") })
  }
  guard let filter else { return RuleTestReport(tested) }
  let chosen = tested.filter { !$0.outcomes.isEmpty }
  guard !chosen.isEmpty else {
    throw WorkflowError.badInput(
      path: nil, message: "no rule and no test has '\(filter)' in its name",
      advice: "list them with: pratique rules test --json")
  }
  return RuleTestReport(chosen)
}

/// Writes the outcomes as JUnit XML, in a file that appears only when it is whole.
public func writeJUnit(_ report: RuleTestReport, to path: String) throws {
  let file = try OutputFile(path: path)
  try file.write(report.junit)
  try file.commit()
}
