import Maritime
import StrictYAML

extension Operator {
  static let state = Operator(
    name: "state", summary: "The vessel's own fields meet every clause.",
    value: .either([.mapping(.state), .clauses]), givesNames: true
  ) { node, scope, reader in
    var inner = scope
    inner.current = .state
    // A plain list of clauses says the same with one key less.
    if node.items != nil { return StateCondition(trees: reader.clauses(node, inner)) }
    guard reader.checkKeys(of: node, .state),
      let clauses = node["where"]
    else { return nil }
    let name = node["as"].flatMap { reader.name($0, key: "as") }
    inner.currentName = name
    let meaning = Scope.Name(subject: .state, span: (node["as"] ?? node).span)
    return StateCondition(
      trees: reader.clauses(clauses, inner), names: name.map { [$0: meaning] } ?? [:])
  }
}

/// Clauses about the vessel and about facts that have names already.
struct StateCondition: Condition {
  let trees: [ClauseTree]
  var names: [String: Scope.Name] = [:]

  var needs: Set<String> { trees.reduce(into: []) { $0.formUnion($1.names) } }
  var clauses: [Clause] { trees.flatMap(\.clauses) }
  var patterns: [FactPattern] { [] }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    Solution(ClauseEvaluator(context: context, current: nil).judge(trees))
  }

  func lowered(by lowering: inout Lowering) -> Plan { lowering.state(trees) }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    clauses.map { ClauseOutcome($0, fact: nil, kind: nil, context) }
  }
}
