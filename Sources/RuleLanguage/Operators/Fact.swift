import Maritime
import StrictYAML

extension Operator {
  static let fact = Operator(
    name: "fact", summary: "At least one fact of a kind meets every clause; each is a match.",
    value: .either([.mapping(.fact), .factKind]), givesNames: true
  ) { node, scope, reader in
    reader.factPattern(node, scope, operatorName: "fact").map(FactCondition.init)
  }
}

/// A fact of a kind that meets clauses: what `fact`, `count`, `absent` and steps ask for.
struct FactPattern: Sendable {
  /// Tells the pattern from all others of all rules; copies of it share it.
  let identity = PatternIdentity()
  let name: String
  let nameSpan: SourceSpan
  let kind: FactKind
  let clauses: [ClauseTree]
  /// Whether it looks at the facts of all vessels rather than at the subject's.
  var isAcrossVessels = false

  func judge(_ fact: ObservedFact, _ context: EvaluationContext) -> Judgement {
    ClauseEvaluator(context: context, current: fact).judge(clauses)
  }

  var needs: Set<String> { clauses.reduce(into: []) { $0.formUnion($1.names) } }

  var scopeName: Scope.Name { Scope.Name(subject: .fact(kind), span: nameSpan) }

  /// The fact that comes nearest: with the fewest clauses that are not true.
  ///
  /// Of several the last one tells which clauses they are, and of those that lack the same the
  /// one that lacks least.
  func nearest(_ context: EvaluationContext) -> ObservedFact? {
    nearest(of: context.facts(for: self), context)
  }

  /// The nearest of some facts, which are in order.
  func nearest(of facts: [ObservedFact], _ context: EvaluationContext) -> ObservedFact? {
    let judged = facts.map { fact in
      let evaluator = ClauseEvaluator(context: context, current: fact)
      return (fact, failing: clauses.indices.filter { evaluator.judge(clauses[$0]).truth != .yes })
    }
    let fewest = judged.map(\.failing.count).min()
    guard let last = judged.last(where: { $0.failing.count == fewest }) else { return nil }
    var best: (distances: [Int64], fact: ObservedFact)?
    for (fact, failing) in judged where failing == last.failing {
      let evaluator = ClauseEvaluator(context: context, current: fact)
      let distances = failing.map { evaluator.distance(of: clauses[$0]) }
      if let best, best.distances.lexicographicallyPrecedes(distances) { continue }
      best = (distances, fact)
    }
    return best?.fact
  }

  func explain(_ fact: ObservedFact?, _ context: EvaluationContext) -> [ClauseOutcome] {
    clauses.flatMap(\.clauses).map { ClauseOutcome($0, fact: fact, kind: kind, context) }
  }
}

/// Which pattern it is.
///
/// A class, because nothing but a reference differs from every other without anyone counting.
final class PatternIdentity: Sendable {}

private struct FactCondition: Condition {
  let pattern: FactPattern

  var isRepeatable: Bool { true }
  var names: [String: Scope.Name] { [pattern.name: pattern.scopeName] }
  var needs: Set<String> { pattern.needs }
  var clauses: [Clause] { pattern.clauses.flatMap(\.clauses) }
  var patterns: [FactPattern] { [pattern] }

  func costs(_ model: CostModel) -> [OperatorCost] { [pattern.cost(model, "fact")] }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let judged = context.facts(for: pattern).map { fact in
      let own = pattern.judge(fact, context)
      guard own.truth != .no else { return (fact, own) }
      return (fact, Judgement.all([own, judge(filters, [pattern.name: fact], context)]))
    }
    let ways = judged.filter { $0.1.truth == .yes }.sorted { $0.0.isReported(before: $1.0) }
      .map { Solution.Way(facts: [pattern.name: [$0.0]], entries: $0.1.entries) }
    if !ways.isEmpty { return Solution(truth: .yes, ways: ways) }
    let unknowns = judged.filter { $0.1.truth == .unknown }.flatMap(\.1.unknowns)
    return Solution(truth: unknowns.isEmpty ? .no : .unknown, unknowns: unknowns)
  }

  func lowered(by lowering: inout Lowering) -> Plan { lowering.exists(pattern) }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    let solved = solve(context).ways.first?.facts[pattern.name]?.first
    return pattern.explain(solved ?? pattern.nearest(context), context)
  }
}

extension ObservedFact {
  /// The order in which matches are reported: ends earliest, then starts latest, then by id.
  func isReported(before other: ObservedFact) -> Bool {
    if end != other.end { return end < other.end }
    if start != other.start { return start > other.start }
    return fact.id < other.fact.id
  }
}
