public import Maritime
public import Reporting
import Screening
import Storage

/// The cases of a store: vessels whose latest verdict asks for a person, and those acted on.
///
/// - Parameters:
///   - path: The store; the user's own when `nil`.
///   - vessel: An IMO number or MMSI; all when `nil`.
/// - Returns: The cases by vessel.
/// - Throws: `StorageError`, or `WorkflowError.badInput` when there is no such case.
public func listCases(of path: String?, vessel: String? = nil) throws -> [CaseReport] {
  let file = try CaseFile(openStore(path, access: .reading))
  guard let vessel else { return file.cases }
  let subject = try caseSubject(vessel)
  guard let found = file.cases.first(where: { $0.subject == subject }) else {
    throw WorkflowError.badInput(
      path: nil, message: "there is no case of \(subject)",
      advice: "see the cases with: pratique cases list")
  }
  return [found]
}

/// Something to be done about a vessel.
public struct CaseRequest: Sendable {
  /// The store; the user's own when `nil`.
  public var store: String?
  /// An IMO number or MMSI.
  public var vessel: String
  /// What to do.
  public var kind: CaseAct.Kind
  /// What is decided.
  public var outcome: CaseAct.Outcome?
  /// The reason, the comment or the name.
  public var text: String
  /// Which finding is not to count.
  public var suppression: CaseAct.Suppression?
  /// When it is done.
  public var at: UTCTime
  /// Who does it.
  public var actor: String

  /// Creates a request.
  public init(
    store: String? = nil, vessel: String, kind: CaseAct.Kind, outcome: CaseAct.Outcome? = nil,
    text: String, suppression: CaseAct.Suppression? = nil, at: UTCTime, actor: String
  ) {
    self.store = store
    self.vessel = vessel
    self.kind = kind
    self.outcome = outcome
    self.text = text
    self.suppression = suppression
    self.at = at
    self.actor = actor
  }
}

/// Does something about a vessel, which the log then says for ever.
///
/// - Returns: The case as it is then.
/// - Throws: `WorkflowError.badInput` when the vessel has no verdict or a text is missing.
public func act(_ request: CaseRequest) throws -> CaseReport {
  let store = try openExistingStore(request.store)
  let subject = try caseSubject(request.vessel)
  guard let verdict = try store.latestVerdicts().first(where: { $0.subject == subject }) else {
    throw WorkflowError.badInput(
      path: store.path, message: "the store has no verdict of \(subject)",
      advice: "screen the vessel first, with --db")
  }
  guard !request.text.allSatisfy(\.isWhitespace) else {
    throw WorkflowError.badInput(
      path: nil, message: "the text is empty", advice: "say why, so that others can follow it")
  }
  if let suppression = request.suppression { try check(suppression, of: verdict, request) }
  let members = [
    JSONMember("act", .string(request.kind.rawValue)), JSONMember("subject", .string(subject)),
    JSONMember("outcome", request.outcome.map { .string($0.rawValue) } ?? .null),
    JSONMember("text", .string(request.text)),
    JSONMember("rules", .array(verdict.findings.map { .string($0.rule) })),
    JSONMember("verdict", .string(verdict.body)),
    JSONMember("suppression", request.suppression?.json ?? .null),
  ]
  try store.append(at: request.at, by: request.actor) { _ in JSONValue.object(members).text }
  let file = try CaseFile(store)
  guard let found = file.cases.first(where: { $0.subject == subject }) else {
    preconditionFailure("a vessel that was acted on has a case")
  }
  return found
}

private func check(
  _ suppression: CaseAct.Suppression, of verdict: StoredVerdict, _ request: CaseRequest
) throws {
  guard let finding = verdict.findings.first(where: { $0.rule == suppression.rule }) else {
    throw WorkflowError.badInput(
      path: nil, message: "no rule '\(suppression.rule)' fires for \(verdict.subject)",
      advice: "the rules are \(verdict.findings.map(\.rule).joined(separator: ", "))")
  }
  guard finding.version == suppression.version else {
    throw WorkflowError.badInput(
      path: nil, message: "the rule has version \(finding.version), not \(suppression.version)",
      advice: "look at what the rule says now")
  }
  let days = (suppression.until - request.at) / 86_400_000
  guard days >= 0, days <= 366 else {
    throw WorkflowError.badInput(
      path: nil, message: "a suppression holds for 366 days at most, from the day it is made",
      advice: "name an earlier day with --until")
  }
}

private func caseSubject(_ number: String) throws -> String {
  guard let key = VesselGrouping([]).key(number) else {
    throw WorkflowError.badInput(
      path: nil, message: "'\(number)' is neither an IMO number nor an MMSI",
      advice: "an IMO number has seven digits, the last a check digit; an MMSI has nine")
  }
  return key.text
}

/// The cases as the log and the latest verdicts make them.
private struct CaseFile {
  let cases: [CaseReport]

  init(_ store: ScreeningStore) throws {
    let acts = Dictionary(grouping: CaseBook(try store.log()).acts, by: \.subject)
    let latest = try store.latestVerdicts()
    let verdicts = Dictionary(latest.map { ($0.subject, $0) }) { first, _ in first }
    let asking = latest.filter { $0.disposition >= .inconclusive }.map(\.subject)
    let fourEyes = try Self.fourEyes(store)
    cases = Set(asking).union(acts.keys).sorted().map { subject in
      Self.report(subject, acts[subject] ?? [], verdicts[subject], fourEyes)
    }
  }

  /// The outcomes for which the policy of the latest run asks for a second person.
  private static func fourEyes(_ store: ScreeningStore) throws -> [String] {
    guard let run = try store.runs().last(where: { $0.state == .done }) else { return [] }
    let material = try RunManifest.policyFile(run.manifest, in: store)
    return try ScreeningMaterial.policy(material).cases.fourEyes
  }

  private static func report(
    _ subject: String, _ acts: [CaseAct], _ verdict: StoredVerdict?, _ fourEyes: [String]
  ) -> CaseReport {
    CaseReport(
      subject: subject, name: verdict?.name, status: status(acts, verdict, fourEyes),
      disposition: verdict?.disposition, rules: verdict?.findings.map(\.rule) ?? [],
      assignee: acts.last { $0.kind == .assign }?.text, history: acts.map(\.sentence))
  }

  private static func status(
    _ acts: [CaseAct], _ verdict: StoredVerdict?, _ fourEyes: [String]
  ) -> CaseReport.Status {
    let decisions = acts.filter { $0.kind == .decide }
    guard let last = decisions.last, let outcome = last.outcome else { return .open }
    let fires = Set(verdict?.findings.map(\.rule) ?? [])
    if !fires.isSubset(of: last.rules) { return .reopened }
    if outcome == .escalated { return .escalated }
    let isSeconded = decisions.dropLast().contains {
      $0.outcome == outcome && $0.actor != last.actor && fires.isSubset(of: $0.rules)
    }
    return fourEyes.contains(outcome.rawValue) && !isSeconded ? .awaitsSecond : .decided
  }
}

extension CaseAct {
  fileprivate var sentence: String {
    let what =
      switch kind {
      case .decide: "decided \(outcome?.rawValue ?? "nothing"): \(text)"
      case .assign: "gave it to \(text)"
      case .comment: text
      case .suppress:
        "suppressed \(suppression?.rule ?? "nothing") until "
          + "\(suppression?.until.dayDescription ?? "never"): \(text)"
      }
    return "\(at) \(actor): \(what)"
  }
}
