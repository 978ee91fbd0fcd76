import StrictYAML

extension Operator {
  static let noneOf = Operator(
    name: "none", summary: "No condition of a list holds.", value: .conditions, givesNames: false
  ) { node, scope, reader in
    reader.conditionList(node, scope, in: "none").map { NoneOfCondition(conditions: $0) }
  }
}

/// Conditions of which none may hold.
struct NoneOfCondition: Condition {
  let conditions: [any Condition]

  /// Facts that must not be there have no names for others.
  var names: [String: Scope.Name] { [:] }
  var needs: Set<String> { conditions.reduce(into: []) { $0.formUnion($1.needs) } }
  var clauses: [Clause] { conditions.flatMap(\.clauses) }
  var patterns: [FactPattern] { conditions.flatMap(\.patterns) }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let found = AnyOfCondition(conditions: conditions).solve(context)
    return Solution(found.judgement.negated)
  }

  func lowered(by lowering: inout Lowering) -> Plan {
    .none(conditions.map { lowering.plan($0) })
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    conditions.flatMap { $0.explain(context) }
  }
}
