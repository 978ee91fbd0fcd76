import Maritime
import RuleLanguage

extension Undetermined {
  /// Everything that one screening could not determine, what keeps it from clear first.
  static func all(
    of evaluations: [RuleEvaluation], state: VesselState, facts: [Fact],
    candidates: VesselCandidates, subject: ScreeningSubject, terms: ScreeningTerms
  ) -> [Undetermined] {
    let found =
      Self.candidates(candidates, of: state, terms: terms)
      + observationProblems(facts, state: state, subject: subject, terms: terms)
      + identityProblems(state, policy: terms.policy)
      + evaluations.flatMap(undecidedClauses) + terms.listProblems
    return found.filter(\.keepsFromClear) + found.filter { !$0.keepsFromClear }
  }

  /// The clauses that kept a rule from an answer; none for a shadow rule, which has no say.
  static func undecidedClauses(of evaluation: RuleEvaluation) -> [Undetermined] {
    let rule = evaluation.rule
    guard evaluation.answer == .unknown, rule.status != .shadow else { return [] }
    return evaluation.undetermined.map { clause in
      Undetermined(
        rule: rule.id, clause: clause.clause, missing: clause.missing + rule.reasonForSkipping,
        floor: rule.floorWhenUnknown, facts: clause.facts,
        listEntries: clause.listEntries)
    }
  }
}

extension RuleHeader {
  /// A possible prohibition always keeps a verdict from clear, even when its rule asks to skip it.
  fileprivate var floorWhenUnknown: Disposition? {
    if case .skip = onUnknown, floor != .prohibited { nil } else { .inconclusive }
  }

  fileprivate var reasonForSkipping: String {
    if case .skip(let reason) = onUnknown { " (the rule allows for it: \(reason))" } else { "" }
  }
}
