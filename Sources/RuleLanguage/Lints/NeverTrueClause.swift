import StrictYAML

extension Lint {
  static let neverTrueClause = Lint(
    "W05", id: "never-true-clause",
    summary: "A clause should be able to be true.",
    rationale: """
      No value meets the clause: a value is compared with itself, a time, distance or speed is \
      asked to be less than nothing, or a field that every fact has to be unknown.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - start is unknown
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - draught_change is unknown
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.filter { rule.isConstant($0, in: list, as: false) }.map { clause in
        LintFinding("`\(clause.text)` is never true", at: clause.span)
      }
    }
  }
}
