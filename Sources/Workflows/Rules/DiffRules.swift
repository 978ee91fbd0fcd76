public import Maritime
public import Reporting
import RuleLanguage
import Screening
import StrictYAML

/// Which two sets of rules to compare, and on what.
public struct RuleDiffRequest: Sendable {
  /// The rules as they were: a file or folder.
  public var old: String
  /// The rules as they are: a file or folder.
  public var new: String
  /// Facts files.
  public var factFiles: [String]
  /// The folder with lists; the shipped ones when `nil`.
  public var lists: String?
  /// The policy for both; each folder's own when `nil`.
  public var policyFile: String?
  /// The instant to screen for; the latest that any input knows about when `nil`.
  public var asOf: UTCTime?
  /// How many threads to use.
  public var threads: Int

  /// Creates a request.
  public init(
    old: String, new: String, factFiles: [String], lists: String? = nil,
    policyFile: String? = nil, asOf: UTCTime? = nil, threads: Int = 1
  ) {
    self.old = old
    self.new = new
    self.factFiles = factFiles
    self.lists = lists
    self.policyFile = policyFile
    self.asOf = asOf
    self.threads = threads
  }
}

/// Screens a fleet with two sets of rules and shows which verdicts differ, and why.
///
/// - Throws: `WorkflowError` when a rule does not compile or a file cannot be used.
public func diffRules(_ request: RuleDiffRequest) async throws -> RuleDiffReport {
  let old = try await DiffSide(request.old, request)
  let new = try await DiffSide(request.new, request)
  let inputs = try RuleInputs(factFiles: request.factFiles, lists: request.lists)
  let flips = zip(old.verdicts, new.verdicts).compactMap { before, after in
    before.disposition == after.disposition
      ? nil : flip(before, after, old: old, new: new, inputs)
  }
  return RuleDiffReport(
    added: new.rules.keys.filter { old.rules[$0] == nil }.sorted(),
    removed: old.rules.keys.filter { new.rules[$0] == nil }.sorted(),
    changed: new.rules.keys.filter { id in
      old.rules[id].map { $0.header.digest != new.rules[id]?.header.digest } ?? false
    }.sorted(),
    dispositions: zip(old.verdicts, new.verdicts).map { ($0.disposition, $1.disposition) },
    flips: flips)
}

/// One of the two sets: its rules by id and what it says of every vessel.
private struct DiffSide {
  let rules: [String: CompiledRule]
  let verdicts: [Verdict]

  init(_ path: String, _ request: RuleDiffRequest) async throws {
    let compiled = try library(at: [path], geography: GeographySources()).checked()
    rules = Dictionary(compiled.map { ($0.header.id, $0) }) { first, _ in first }
    let screening = ScreeningRequest(
      detection: DetectionRequest(aisFiles: [], threads: request.threads),
      factFiles: request.factFiles, rules: path, lists: request.lists,
      policyFile: request.policyFile, asOf: request.asOf)
    verdicts = try await screenVessels(screening).verdicts
  }
}

/// The first rule, by id, that answers otherwise, and its first clause that differs.
private func flip(
  _ before: Verdict, _ after: Verdict, old: DiffSide, new: DiffSide, _ inputs: RuleInputs
) -> RuleDiffReport.Flip {
  let oldAnswers = answers(before)
  let newAnswers = answers(after)
  let ids = Set(oldAnswers.keys).union(newAnswers.keys).sorted()
  let rule =
    ids.first { oldAnswers[$0] != newAnswers[$0] }
    ?? ids.first { old.rules[$0]?.header.digest != new.rules[$0]?.header.digest }
  let words = rule.map { id in
    difference(old.rules[id], new.rules[id], before, inputs)
  }
  return RuleDiffReport.Flip(
    vessel: before.subject.vessel, name: before.subject.name, old: before.disposition,
    new: after.disposition, rule: rule, reason: words ?? "the policies differ")
}

private func answers(_ verdict: Verdict) -> [String: RuleEvaluation.Answer] {
  Dictionary(verdict.checked.rules.map { ($0.rule, $0.answer) }) { first, _ in first }
    .filter { $0.value != .doesNotFire }
}

private func difference(
  _ old: CompiledRule?, _ new: CompiledRule?, _ verdict: Verdict, _ inputs: RuleInputs
) -> String {
  guard let old else { return "the rule is new" }
  guard let new else { return "the rule is gone" }
  let key =
    verdict.subject.vessel.imo.map(VesselGrouping.Key.hull)
    ?? verdict.subject.vessel.mmsi.map(VesselGrouping.Key.radio)
  guard let key else { return "the rule differs" }
  let input = inputs.input(inputs.vessels.subject(key), asOf: verdict.asOf)
  let (before, after) = (old.explain(input), new.explain(input))
  let pair = zip(before, after).first { $0.clause != $1.clause || $0.answer != $1.answer }
  if let (was, now) = pair {
    guard was.clause != now.clause else {
      return "`\(was.clause)` was \(was.answer.rawValue) and is \(now.answer.rawValue)"
    }
    return "`\(was.clause)` (\(was.answer.rawValue)) became `\(now.clause)` "
      + "(\(now.answer.rawValue))"
  }
  if let added = after.dropFirst(before.count).first { return "`\(added.clause)` is new" }
  if let left = before.dropFirst(after.count).first { return "`\(left.clause)` is gone" }
  return "its clauses say the same; a window, a count or its score differs"
}
