import StrictYAML

extension Operator {
  /// `at_least: 2` beside `of: [conditions]`; the reader hands both over as one mapping.
  static let atLeastOf = Operator(
    name: "at_least", summary: "So many conditions of a list hold.",
    value: .integer(1...1000), beside: KeyTable.atLeastOf["of"], givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .atLeastOf), let number = node["at_least"],
      let of = node["of"],
      let conditions = reader.conditionList(of, scope, in: "of"),
      let count = reader.integer(number, 1...conditions.count, key: "at_least")
    else { return nil }
    return AtLeastOfCondition(count: count, conditions: conditions)
  }
}

/// Conditions of which so many must hold.
struct AtLeastOfCondition: Condition {
  let count: Int
  let conditions: [any Condition]

  /// A name is certain when too few conditions lack it for the rule to fire without it.
  var names: [String: Scope.Name] {
    var found: [String: Scope.Name] = [:]
    for condition in conditions {
      for (name, meaning) in condition.names {
        var known = found[name] ?? meaning
        let lacking = conditions.count {
          $0.names[name]?.subject != meaning.subject || $0.names[name]?.isCertain != true
        }
        known.isCertain = lacking < count
        found[name] = known
      }
    }
    return found
  }

  /// A group of every condition, because filters apply to each.
  var nameGroups: [Set<String>] {
    let groups = conditions.first?.nameGroups ?? []
    return groups.filter { group in conditions.allSatisfy { $0.decidesTogether(group) } }
  }

  var needs: Set<String> { conditions.reduce(into: []) { $0.formUnion($1.needs) } }
  var clauses: [Clause] { conditions.flatMap(\.clauses) }
  var patterns: [FactPattern] { conditions.flatMap(\.patterns) }

  /// The first way of each condition that holds, joined: they are one match together.
  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let solutions = conditions.map { $0.solve(context, filters: filters) }
    let truth = Truth.atLeast(count, of: solutions.map(\.truth))
    guard truth == .yes else {
      return Solution(truth: truth, unknowns: truth == .no ? [] : solutions.flatMap(\.unknowns))
    }
    let ways = solutions.compactMap { $0.truth == .yes ? $0.ways.first : nil }
    return Solution(
      truth: .yes, ways: [ways.reversed().reduce(Solution.Way()) { $0.joined(with: $1) }])
  }

  func lowered(by lowering: inout Lowering) -> Plan {
    .atLeast(count, conditions.map { lowering.plan($0) })
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    conditions.flatMap { $0.explain(context) }
  }
}
