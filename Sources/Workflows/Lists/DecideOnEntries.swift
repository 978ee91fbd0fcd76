import Foundation
import InputFiles
public import Maritime
public import Reporting
import RuleLanguage
import StrictYAML
import Watchlists

/// A decision to be written down: an entry of a list is not a subject of the user's.
public struct EntryDecisionRequest: Sendable {
  /// The folder with the lists.
  public var folder: String
  /// The file to add to; `decisions.yaml` of the folder when `nil`.
  public var file: String?
  /// The entry.
  public var entry: ListEntryKey
  /// The vessel that it is not: an IMO number or an MMSI.
  public var vessel: String?
  /// The company that it is not: an IMO company number, an LEI, a registration or a name.
  public var company: String?
  /// Why.
  public var reason: String
  /// Who decides.
  public var approver: String
  /// The day of the decision.
  public var decided: UTCTime
  /// The first day on which it no longer holds.
  public var expires: UTCTime

  /// Creates a request.
  public init(
    folder: String, file: String? = nil, entry: ListEntryKey, vessel: String? = nil,
    company: String? = nil, reason: String, approver: String, decided: UTCTime, expires: UTCTime
  ) {
    self.folder = folder
    self.file = file
    self.entry = entry
    self.vessel = vessel
    self.company = company
    self.reason = reason
    self.approver = approver
    self.decided = decided
    self.expires = expires
  }
}

/// Writes down that an entry of a list is not a subject of the user's, at the end of a file.
///
/// - Returns: What was written.
/// - Throws: `WorkflowError.badInput` when there is no such entry, when the entry bears the
///   subject's own IMO number, or when the decision says too little.
public func decideOnEntry(_ request: EntryDecisionRequest) throws -> String {
  let path = request.file ?? DecisionFolder(request.folder).own
  let subject = try request.subject()
  let designation = try CurrentEntries(folder: request.folder).entry(request.entry)
  guard !subject.isNumber(of: designation) else {
    throw WorkflowError.badInput(
      path: nil,
      message: "\(request.entry.list) entry \(request.entry.entry) bears the number \(subject):"
        + " an identity by number cannot be set aside",
      advice: "if the list is wrong, ask its publisher to correct it")
  }
  for (name, text) in [("--reason", request.reason), ("--by", request.approver)]
  where text.allSatisfy(\.isWhitespace) {
    throw WorkflowError.badInput(
      path: nil, message: "\(name) is empty", advice: "say it, so that others can follow")
  }
  let block = request.block(subject, designation)
  let isThere = FileManager.default.fileExists(atPath: path)
  let before = isThere ? try DecisionFolder.file(path).bytes : []
  if isThere { _ = try DecisionFolder.decisions(of: LibraryFile(name: path, bytes: before)) }
  let start = isThere ? "" : "kind: decisions\nlanguage: 1\ndecisions:\n"
  let lineEnd = before.isEmpty || before.last == UInt8(ascii: "\n") ? "" : "\n"
  let after = before + Array((start + lineEnd + block).utf8)
  // What is written must be read again as one decision more, whatever the file looked like.
  _ = try DecisionFolder.decisions(of: LibraryFile(name: path, bytes: after))
  try OutputFile.write(after, to: path)
  return block
}

extension EntryDecisionRequest {
  fileprivate func subject() throws -> EntryDecision.Subject {
    if let company, vessel == nil {
      return CompanyReference.digits(of: company).map { .companyNumber($0) }
        ?? CompanyReference.lei(of: company).map { .lei($0) }
        ?? CompanyReference.registration(of: company).map { .registration($0) }
        ?? .companyName(company)
    }
    if let imo = vessel.flatMap({ IMONumber($0) }) { return .hull(imo) }
    if let vessel, vessel.utf8.count == 9, let mmsi = MMSI(vessel) { return .radio(mmsi) }
    throw WorkflowError.badInput(
      path: nil, message: "'\(vessel ?? "")' is neither an IMO number nor an MMSI",
      advice: "an IMO number has seven digits, the last a check digit; an MMSI has nine")
  }

  fileprivate func block(_ subject: EntryDecision.Subject, _ designation: Designation) -> String {
    func quoted(_ text: String) -> String { JSONValue.string(text).text }
    let identity = EntryIdentity(of: designation)
    let digests = zip(EntryIdentity.parts, identity.digests).map { "\($0): \(quoted($1))" }
    let who =
      switch subject {
      case .hull(let number): "imo: \(number)"
      case .radio(let number): "mmsi: \(number)"
      case .companyNumber(let number): "imo_company: \(quoted(number))"
      case .lei(let text): "lei: \(quoted(text))"
      case .registration(let text): "registration: \(quoted(text))"
      case .companyName(let name): "company: \(quoted(name))"
      }
    return """
        - list: \(quoted(entry.list))
          entry: \(quoted(entry.entry))
          listed_name: \(quoted(designation.name))
          identity: {\(digests.joined(separator: ", "))}
          \(who)
          reason: \(quoted(reason))
          approver: \(quoted(approver))
          decided: \(decided.dayDescription)
          expires: \(expires.dayDescription)

      """
  }
}

/// Every decision beside the lists of a folder, and whether it holds.
///
/// - Parameters:
///   - folder: The folder with the lists.
///   - files: Further files of decisions.
///   - day: The day for which to tell.
/// - Returns: The decisions in the order of the files.
/// - Throws: `WorkflowError` when a file has a mistake.
public func listDecisions(
  in folder: String?, files: [String] = [], at day: UTCTime
) throws -> DecisionReport {
  let folder = try folder ?? HomeFolder().watchlists
  let entries = try CurrentEntries(folder: folder)
  let decisions = try DecisionFolder(folder, more: files).files()
    .flatMap(DecisionFolder.decisions)
  return DecisionReport(
    decisions.map { decision in
      guard let designation = entries.known(decision.entry) else {
        return DecisionReport.Row(
          decision: decision, lapse: "nothing to set aside: the entry is on no current list")
      }
      return DecisionReport.Row(
        decision: decision, lapse: decision.lapse(for: designation, at: day))
    }, at: day)
}

/// The entries of the newest snapshot of each list.
private struct CurrentEntries {
  private let folder: String
  private var lists: [String: Snapshot] = [:]

  init(folder: String) throws {
    self.folder = folder
    for snapshot in try ListFolder(path: folder).snapshots() {
      let list = snapshot.summary.list
      if let known = lists[list], snapshot.summary.published < known.summary.published { continue }
      lists[list] = snapshot
    }
  }

  func known(_ key: ListEntryKey) -> Designation? {
    lists[key.list]?.designations.first { $0.entry == key.entry }
  }

  func entry(_ key: ListEntryKey) throws -> Designation {
    if let entry = known(key) { return entry }
    guard lists[key.list] != nil else {
      throw WorkflowError.badInput(
        path: folder, message: "there is no list '\(key.list)'",
        advice: "the lists are \(lists.keys.sorted().joined(separator: ", "))")
    }
    throw WorkflowError.badInput(
      path: folder, message: "the list '\(key.list)' has no entry '\(key.entry)'",
      advice: "look it up with: pratique lists search TEXT --lists \(folder)")
  }
}
