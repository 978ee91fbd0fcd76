public import Reporting
import RuleLanguage
import StrictYAML

/// Changes rules in many small ways and counts which changes their cases notice.
///
/// - Parameters:
///   - paths: Files or folders; the shipped rules when empty.
///   - rule: The id of the only rule to change; all when `nil`.
///   - geography: Ports and zones that the rules may name.
///   - threads: How many threads to use; the report is the same for any number.
/// - Returns: The outcome for every rule, by id.
/// - Throws: `WorkflowError` when a rule does not compile or there is none with that id.
public func mutateRules(
  at paths: [String], rule: String? = nil, geography: GeographySources, threads: Int
) async throws -> RuleMutationReport {
  let library = try library(at: paths, geography: geography)
  let rules = try library.checked().filter { rule == nil || $0.header.id == rule }
  if let rule, rules.isEmpty { throw unknownRule(rule, in: library) }
  let results = await inParallel(rules.count, threads: threads) { index in
    library.compiler.mutationResult(of: rules[index])
  }
  return RuleMutationReport(results)
}

/// The error for a rule id that no file has.
func unknownRule(_ id: String, in library: RuleLibrary) -> WorkflowError {
  let ids = library.rules.map(\.header.id)
  let near = nearestName(to: id, in: ids).map { "did you mean \($0)?" }
  return .badInput(
    path: nil, message: "there is no rule '\(id)'",
    advice: near ?? "the rules are \(ids.prefix(20).joined(separator: ", "))")
}
