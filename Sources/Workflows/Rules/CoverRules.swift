public import Reporting
import RuleLanguage
import StrictYAML

/// Measures what the cases of rules show of their clauses.
///
/// - Parameters:
///   - paths: Files or folders; the shipped rules when empty.
///   - geography: Ports and zones that the rules may name.
///   - threads: How many threads to use; the report is the same for any number.
/// - Returns: The clauses of every rule, by id.
/// - Throws: `WorkflowError.diagnostics` when a rule does not compile.
public func coverRules(
  at paths: [String], geography: GeographySources, threads: Int
) async throws -> RuleCoverageReport {
  let library = try library(at: paths, geography: geography)
  let rules = try library.checked()
  let coverage = await inParallel(rules.count, threads: threads) { index in
    library.compiler.coverage(of: rules[index])
  }
  return RuleCoverageReport(coverage, sources: library.sources)
}
