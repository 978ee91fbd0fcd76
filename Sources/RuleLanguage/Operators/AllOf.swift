import StrictYAML

extension Operator {
  static let allOf = Operator(
    name: "all", summary: "Every condition of a list holds.", value: .conditions, givesNames: true
  ) { node, scope, reader in
    reader.conditionList(node, scope, in: "all").map { AllOfCondition($0) }
  }
}

/// Conditions that must all hold; those that refer to names of another are decided with it.
struct AllOfCondition: Condition {
  private let parts: [Part]

  /// A condition and those that depend on the facts it names.
  private struct Part: Sendable {
    let condition: any Condition
    var filters: [any Condition] = []
  }

  init(_ conditions: [any Condition]) {
    let given = conditions.reduce(into: Set<String>()) { $0.formUnion($1.names.keys) }
    let isFilter = { (condition: any Condition) in !condition.needs.isDisjoint(with: given) }
    var parts = conditions.filter { !isFilter($0) }.map { Part(condition: $0) }
    for filter in conditions.filter(isFilter) {
      let index = parts.firstIndex { filter.needs.isSubset(of: $0.condition.names.keys) }
      parts[index ?? 0].filters.append(filter)
    }
    self.parts = parts
  }

  var names: [String: Scope.Name] {
    parts.reduce(into: [:]) { $0.merge($1.condition.names) { first, _ in first } }
  }

  /// The first condition that names facts gives the ways, as in `solve`.
  var isRepeatable: Bool {
    let leader = parts.first { !$0.condition.names.isEmpty && !($0.condition is StateCondition) }
    return leader?.condition.isRepeatable ?? false
  }

  var nameGroups: [Set<String>] { parts.flatMap(\.condition.nameGroups) }

  var needs: Set<String> {
    let all = everyCondition.reduce(into: Set<String>()) { $0.formUnion($1.needs) }
    return all.subtracting(names.keys)
  }

  var clauses: [Clause] {
    everyCondition.flatMap(\.clauses).sorted {
      ($0.place.start, $0.span.start) < ($1.place.start, $1.span.start)
    }
  }

  var patterns: [FactPattern] {
    everyCondition.flatMap(\.patterns).sorted { $0.nameSpan.start < $1.nameSpan.start }
  }

  /// Each condition with those that are decided on the facts it names.
  var dependencies: [(condition: any Condition, filters: [any Condition])] {
    parts.map { ($0.condition, $0.filters) }
  }

  private var everyCondition: [any Condition] { parts.flatMap { [$0.condition] + $0.filters } }

  /// Each way of the first condition that names facts, with the first way of every other.
  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    var added = Array(repeating: [any Condition](), count: parts.count)
    for filter in filters {
      let index = parts.firstIndex { !filter.needs.isDisjoint(with: $0.condition.names.keys) }
      if let index { added[index].append(filter) }
    }
    let solutions = zip(parts, added).map { part, more in
      part.condition.solve(context, filters: part.filters + more)
    }
    let truth = solutions.map(\.truth).min() ?? .yes
    guard truth == .yes else {
      return Solution(truth: truth, unknowns: truth == .no ? [] : solutions.flatMap(\.unknowns))
    }
    let leader = solutions.firstIndex { $0.ways.first?.facts.isEmpty == false } ?? 0
    let rest = solutions.enumerated().filter { $0.offset != leader }
      .compactMap(\.element.ways.first)
      .reduce(Solution.Way()) { $0.joined(with: $1) }
    let ways = solutions.isEmpty ? [rest] : solutions[leader].ways.map { $0.joined(with: rest) }
    return Solution(truth: .yes, ways: ways)
  }

  func lowered(by lowering: inout Lowering) -> Plan {
    .all(parts.map { lowering.plan($0.condition, filteredBy: $0.filters) })
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    parts.flatMap { part in
      let way = part.condition.solve(context, filters: part.filters).ways.first
      let inner = context.with(way?.single ?? [:])
      return part.condition.explain(inner) + part.filters.flatMap { $0.explain(inner) }
    }
  }
}
