import Maritime
import Screening
import Watchlists

extension SetAsideCandidate {
  /// The candidate with the decision that sets it aside.
  var json: String {
    JSONText.object([
      "subject": JSONText.string(subject),
      "name": JSONText.optional(name),
      "kind": JSONText.string(certainty.rawValue),
      "points": String(points),
      "list_entry": entry.json,
      "decision": decision.json,
    ])
  }
}

extension LapsedDecision {
  /// The decision and why it does not hold.
  var json: String {
    JSONText.object([
      "list": JSONText.string(decision.entry.list),
      "entry": JSONText.string(decision.entry.entry),
      "name": JSONText.string(decision.listedName),
      "subject": JSONText.string(decision.subject.description),
      "reason": JSONText.string(reason),
      "decided": JSONText.string(decision.decided.dayDescription),
      "expires": JSONText.string(decision.expires.dayDescription),
      "approver": JSONText.string(decision.approver),
      "file": JSONText.string(decision.file),
      "line": String(decision.line),
    ])
  }
}

extension EntryDecision {
  fileprivate var json: String {
    JSONText.object([
      "subject": JSONText.string(subject.description),
      "reason": JSONText.string(reason),
      "approver": JSONText.string(approver),
      "decided": JSONText.string(decided.dayDescription),
      "expires": JSONText.string(expires.dayDescription),
      "file": JSONText.string(file),
      "line": String(line),
    ])
  }
}
