import Maritime
import StrictYAML

extension Lint {
  static let negatedOptionalField = Lint(
    "W15", id: "negated-optional-field",
    summary: "With `on_unknown: fire`, a negated clause on an optional field needs `is known`.",
    rationale: """
      A missing field makes a negated clause unknown, and `on_unknown: fire` counts unknown as \
      fired: every vessel of which the field is not known would be found. Say `is known` beside \
      the clause, or let unknown ask for a review.
      """,
    bad: """
      on_unknown: fire
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port != CNDLC
      """,
    good: """
      on_unknown: fire
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port is known
            - port != CNDLC
      """
  ) { rule, _ in
    guard rule.header.onUnknown == .fire else { return [] }
    return rule.lists.flatMap { list in
      let known = list.conjuncts.compactMap { clause -> Expression? in
        if case .knowledge(let value) = clause.meaning.subject { value } else { nil }
      }
      return list.ownClauses.filter { clause in
        clause.isNegative(in: list)
          && clause.expressions.contains {
            rule.declaration(of: $0, in: list)?.isOptional == true && !known.contains($0)
          }
      }
      .map { clause in
        LintFinding(
          "`\(clause.text)` is unknown where the field is missing, and unknown fires",
          at: clause.span, help: "add a clause with `is known`, or write `on_unknown: review`")
      }
    }
  }
}

extension Clause {
  /// Whether the clause asks for something not to be so.
  fileprivate func isNegative(in list: ClauseList) -> Bool {
    if case .known = form { return false }
    if case .compare(_, .notEqual, _) = form { return !isNegated }
    return isNegated != (list.logic == .none)
  }
}
