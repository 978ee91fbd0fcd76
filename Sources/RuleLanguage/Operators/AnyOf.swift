import StrictYAML

extension Operator {
  static let anyOf = Operator(
    name: "any", summary: "At least one condition of a list holds.", value: .conditions,
    givesNames: true
  ) { node, scope, reader in
    reader.conditionList(node, scope, in: "any").map { AnyOfCondition(conditions: $0) }
  }
}

/// Conditions of which one must hold.
struct AnyOfCondition: Condition {
  let conditions: [any Condition]

  /// A name is certain only when every branch gives it to the same kind of fact.
  var names: [String: Scope.Name] {
    var found: [String: Scope.Name] = [:]
    for condition in conditions {
      for (name, meaning) in condition.names {
        var known = found[name] ?? meaning
        known.isCertain = conditions.allSatisfy {
          $0.names[name]?.subject == meaning.subject && $0.names[name]?.isCertain == true
        }
        found[name] = known
      }
    }
    return found
  }

  /// Two branches that hold are two matches.
  var isRepeatable: Bool { conditions.count > 1 || conditions.contains(where: \.isRepeatable) }

  /// A group of every branch, because filters apply to each.
  var nameGroups: [Set<String>] {
    let groups = conditions.first?.nameGroups ?? []
    return groups.filter { group in conditions.allSatisfy { $0.decidesTogether(group) } }
  }

  var needs: Set<String> { conditions.reduce(into: []) { $0.formUnion($1.needs) } }
  var clauses: [Clause] { conditions.flatMap(\.clauses) }
  var patterns: [FactPattern] { conditions.flatMap(\.patterns) }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let solutions = conditions.map { $0.solve(context, filters: filters) }
    let truth = solutions.map(\.truth).max() ?? .no
    return Solution(
      truth: truth, ways: solutions.flatMap(\.ways),
      unknowns: truth == .unknown ? solutions.flatMap(\.unknowns) : [])
  }

  func lowered(by lowering: inout Lowering) -> Plan {
    .any(conditions.map { lowering.plan($0) })
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    conditions.flatMap { $0.explain(context) }
  }
}
