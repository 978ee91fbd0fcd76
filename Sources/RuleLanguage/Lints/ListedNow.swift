import Maritime
import StrictYAML

extension Lint {
  static let listedNow = Lint(
    "W42", id: "listed-now",
    summary: "A contact should be looked up as of the contact, not `at now`.",
    rationale: """
      `at now` asks whether the other vessel is listed today: a meeting before the listing would \
      count, and one after a delisting would not. For conduct, the list as it stood at `start` \
      or `end` matters.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: encounter
          where: [partner on @lists/un-1718 at now]
      evidence: {say: "Met {call.partner}.", cite: [call]}
      """,
    good: """
      match:
        fact:
          as: call
          fact: encounter
          where: [partner on @lists/un-1718 at start]
      evidence: {say: "Met {call.partner}.", cite: [call]}
      """
  ) { rule, _ in
    rule.lists.filter { $0.kind != nil }.flatMap { list in
      list.ownClauses.compactMap { clause in
        // A party or a paper that holds until today is looked up today; a contact is not.
        guard case .listed(let subject, _, .now) = clause.form,
          rule.declaration(of: subject, in: list).map({ $0.type == .vessel }) ?? true
        else { return nil }
        return LintFinding(
          "`\(clause.text)` asks about today, not about the day of the fact", at: clause.span,
          help: "write `at start` or `at end`")
      }
    }
  }
}
