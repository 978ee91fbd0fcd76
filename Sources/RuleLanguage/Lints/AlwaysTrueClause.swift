import Maritime
import StrictYAML

extension Lint {
  static let alwaysTrueClause = Lint(
    "W04", id: "always-true-clause",
    summary: "A clause should be able to be false.",
    rationale: """
      The clause lets every known value through: a value is compared with itself, a time, \
      distance or speed with nothing, or a field that every fact has is asked to be known.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration >= 0h
      """,
    good: """
      match:
        fact:
          as: call
          fact: port_call
          where:
            - port in @ports/dprk
            - duration > 0h
      """
  ) { rule, _ in
    rule.lists.flatMap { list in
      list.ownClauses.filter { rule.isConstant($0, in: list, as: true) }.map { clause in
        LintFinding(
          "`\(clause.text)` is true for every known value", at: clause.span, help: "delete it")
      }
    }
  }
}

extension LintedRule {
  /// Whether a clause has the same answer for every known value.
  func isConstant(_ clause: Clause, in list: ClauseList, as answer: Bool) -> Bool {
    let meaning = clause.meaning
    let set = answer ? meaning.set : meaning.set.complement
    switch meaning.subject {
    case .order(let left, let right) where left == right:
      return ValueSet.ordered(IntervalSet(0...0)).isSubset(of: set)
    case .knowledge(let value):
      return declaration(of: value, in: list)?.isOptional == false && set == .yes
    case .value(let value):
      guard let domain = domain(of: value, in: list) else { return set.isEverything }
      return ValueSet.ordered(domain).isSubset(of: set)
    case .distance: return ValueSet.ordered(IntervalSet(0 ... .max)).isSubset(of: set)
    default: return false
    }
  }

  /// The values that a measured field can have: nothing lasts less than no time.
  private func domain(of value: Expression, in list: ClauseList) -> IntervalSet? {
    switch declaration(of: value, in: list)?.type {
    case .quantity(.duration), .quantity(.length), .quantity(.speed): IntervalSet(0 ... .max)
    case .bool: IntervalSet(0...1)
    default: nil
    }
  }
}
