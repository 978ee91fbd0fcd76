import Maritime
import Screening
import Watchlists

extension TextPage {
  /// What somebody decided about the entries that may be meant.
  mutating func addDecisions(_ verdict: Verdict) {
    if !verdict.setAside.isEmpty { heading("SET ASIDE BY DECISIONS (shown, not counted)") }
    for candidate in verdict.setAside {
      paragraph(candidate.words, indent: 4, lead: "  · ")
      paragraph(candidate.decision.sentence, indent: 6, lead: "    ! ")
    }
    guard !verdict.lapsedDecisions.isEmpty else { return }
    heading("DECISIONS THAT DO NOT HOLD")
    for lapsed in verdict.lapsedDecisions { paragraph(lapsed.sentence, indent: 4, lead: "  ! ") }
  }
}

extension SetAsideCandidate {
  /// Who the entry may be, and the entry.
  var words: String {
    let who = subject == "vessel" ? "" : name.map { ", \($0)" } ?? ""
    return "\(subject.replacing("_", with: " "))\(who): \(entry.sentence)"
  }
}

extension EntryDecision {
  var sentence: String {
    "Not \(subject), decided on \(decided.dayDescription) by \(approver): \(reason), until"
      + " \(expires.dayDescription) (\(file):\(line))"
  }
}

extension LapsedDecision {
  var sentence: String {
    "\(decision.entry.list) entry \(decision.entry.entry) “\(decision.listedName)” not"
      + " \(decision.subject), by \(decision.approver): \(reason)"
      + " (\(decision.file):\(decision.line))"
  }
}
