import Foundation
public import Maritime
public import Reporting
import RuleLanguage
import Screening
import StrictYAML

/// Which rule to explain, on which vessel, and what to change about it.
public struct RuleExplanationRequest: Sendable {
  /// The id of a shipped rule, or a rule file.
  public var rule: String
  /// Facts files.
  public var factFiles: [String]
  /// An IMO number or an MMSI.
  public var vessel: String
  /// The instant to ask for; the latest that a fact knows about when `nil`.
  public var asOf: UTCTime?
  /// Changes such as `ais_gap.duration=12h`, made one after the other.
  public var changes: [String]
  /// The folder with lists; the shipped ones when `nil`.
  public var lists: String?
  /// Ports and zones that the rule may name.
  public var geography: GeographySources

  /// Creates a request.
  public init(
    rule: String, factFiles: [String], vessel: String, asOf: UTCTime? = nil,
    changes: [String] = [], lists: String? = nil, geography: GeographySources = GeographySources()
  ) {
    self.rule = rule
    self.factFiles = factFiles
    self.vessel = vessel
    self.asOf = asOf
    self.changes = changes
    self.lists = lists
    self.geography = geography
  }
}

/// Explains what a rule says about a vessel, clause by clause, and what it would say otherwise.
///
/// - Throws: `WorkflowError` when the rule does not compile, or there is no such rule, vessel or
///   value.
public func explainRule(_ request: RuleExplanationRequest) throws -> RuleExplanationReport {
  let isFile = FileManager.default.fileExists(atPath: request.rule)
  let library = try library(at: isFile ? [request.rule] : [], geography: request.geography)
  let rules = try library.checked()
  guard let rule = isFile ? rules.first : rules.first(where: { $0.header.id == request.rule })
  else { throw unknownRule(request.rule, in: library) }
  let inputs = try RuleInputs(factFiles: request.factFiles, lists: request.lists)
  let subject = inputs.vessels.subject(try inputs.vessel(request.vessel))
  let input = inputs.input(subject, asOf: request.asOf ?? inputs.latest)

  var changed = input
  for text in request.changes {
    do throws(WhatIf.Failure) {
      changed = try library.compiler.changing(changed, by: WhatIf(text), for: rule)
    } catch {
      throw WorkflowError.badInput(path: nil, message: error.message, advice: error.advice)
    }
  }
  let answer = { (input: EvaluationInput) in
    RuleExplanationReport.Answer(
      evaluation: rule.evaluate(input), clauses: rule.explain(input),
      whyNot: library.compiler.whyNot(rule, on: input))
  }
  return RuleExplanationReport(
    vessel: input.vessel ?? subject.vessel, asOf: input.now, before: answer(input),
    after: request.changes.isEmpty ? nil : answer(changed), changes: request.changes)
}
