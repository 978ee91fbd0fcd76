import Maritime
import Watchlists

extension VerdictReader {
  func setAside(_ fields: VerdictFields) throws(VerdictError) -> SetAsideCandidate {
    let entry = try listEntry(fields.object("list_entry"))
    let decision = try fields.object("decision")
    return SetAsideCandidate(
      subject: try fields.text("subject"), name: try fields.optionalText("name"),
      certainty: try fields.word("kind"), points: try fields.integer("points"), entry: entry,
      decision: EntryDecision(
        entry: ListEntryKey(list: entry.list, entry: entry.entry), listedName: entry.name,
        identity: .notTold, subject: EntryDecision.Subject(words: try decision.text("subject")),
        reason: try decision.text("reason"), approver: try decision.text("approver"),
        decided: try decision.time("decided"), expires: try decision.time("expires"),
        file: try decision.text("file"), line: try decision.integer("line")))
  }

  func lapsedDecision(_ fields: VerdictFields) throws(VerdictError) -> LapsedDecision {
    LapsedDecision(
      decision: EntryDecision(
        entry: ListEntryKey(list: try fields.text("list"), entry: try fields.text("entry")),
        listedName: try fields.text("name"), identity: .notTold,
        subject: EntryDecision.Subject(words: try fields.text("subject")), reason: "",
        approver: try fields.text("approver"), decided: try fields.time("decided"),
        expires: try fields.time("expires"), file: try fields.text("file"),
        line: try fields.integer("line")),
      reason: try fields.text("reason"))
  }
}
