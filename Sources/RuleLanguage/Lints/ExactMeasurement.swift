import Maritime
import StrictYAML

extension Lint {
  static let exactMeasurement = Lint(
    "W14", id: "exact-measurement",
    summary: "A measured quantity should be compared with `>=` or `<=`, not `==`.",
    rationale: """
      Durations, distances and speeds are kept to the millisecond and millimetre: two measured \
      values are practically never equal, so `==` is never true and `!=` always.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration == 12h  # [D]
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration in 11h..13h  # [D]
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.filter { clause in
        guard case .compare(let left, let comparison, let right) = clause.form,
          comparison == .equal || comparison == .notEqual
        else { return false }
        // Nothing is exactly nothing.
        let isNothing =
          ClauseMeaning.Subject.value(left) == clause.meaning.subject
          && clause.meaning.set.isSubset(of: .ordered(IntervalSet(0...0)))
        return !isNothing && [left, right].contains { rule.isMeasured($0, in: list) }
      }
      .map { clause in
        LintFinding(
          "`\(clause.text)` asks whether a measurement is exact", at: clause.span,
          help: "ask for a range, such as `in 11h..13h`")
      }
    }
  }
}

extension LintedRule {
  /// Whether a value was measured.
  fileprivate func isMeasured(_ value: Expression, in list: ClauseList) -> Bool {
    guard case .quantity(let dimension) = declaration(of: value, in: list)?.type else {
      return false
    }
    return dimension != .count && dimension != .months
  }
}
