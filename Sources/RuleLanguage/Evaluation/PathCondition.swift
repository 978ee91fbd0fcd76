import Maritime
import StrictYAML

/// A chain of contacts from the subject to another vessel, or on to a third.
///
/// A contact is a fact of one vessel that names another. A chain does not come back to the vessel
/// it starts from, and the contacts of a vessel with too many of them are not followed: what they
/// would show is unknown.
struct PathCondition: Condition {
  /// The name of one contact.
  struct Hop: Sendable {
    let text: String
    let span: SourceSpan
  }

  /// What each contact must be.
  let edge: FactPattern
  /// The field that names the other vessel.
  let partner: String
  /// One or two names.
  let hops: [Hop]
  let isOrdered: Bool
  /// The longest time from the first start to the last end.
  let within: Int64?
  let maximumFanOut: Int
  /// The clauses about the contacts together.
  let together: [ClauseTree]

  var isRepeatable: Bool { true }
  var names: [String: Scope.Name] {
    let named = hops.map { ($0.text, Scope.Name(subject: .fact(edge.kind), span: $0.span)) }
    return Dictionary(named) { first, _ in first }
  }
  var needs: Set<String> {
    together.reduce(into: edge.needs) { $0.formUnion($1.names) }.subtracting(hops.map(\.text))
  }
  var clauses: [Clause] {
    (edge.clauses + together).flatMap(\.clauses).sorted { $0.span.start < $1.span.start }
  }
  /// The contacts, those after the first by name alone.
  var patterns: [FactPattern] {
    [edge]
      + hops.dropFirst().map {
        FactPattern(name: $0.text, nameSpan: $0.span, kind: edge.kind, clauses: [])
      }
  }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    var search = PathSearch(self, context)
    let judged = search.chains().map { chain in
      (chain.facts, Judgement.all([chain.judgement, judge(chain.facts, filters, context)]))
    }
    let ways = judged.filter { $0.1.truth == .yes }.sorted { isReported($0.0, before: $1.0) }
      .map { Solution.Way(facts: named($0.0).mapValues { [$0] }, entries: $0.1.entries) }
    if !ways.isEmpty { return Solution(truth: .yes, ways: ways) }
    let unknowns =
      judged.filter { $0.1.truth == .unknown }.flatMap(\.1.unknowns) + search.notFollowed
    return Solution(truth: unknowns.isEmpty ? .no : .unknown, unknowns: unknowns)
  }

  /// Where no chain is possible there is none; what a chain says the reference tells.
  func lowered(by lowering: inout Lowering) -> Plan {
    guard !edge.isAcrossVessels else { return .reference }
    return .path(PathPlan(edge: lowering.pattern(edge).index, condition: self))
  }

  private func named(_ facts: [ObservedFact]) -> [String: ObservedFact] {
    Dictionary(zip(hops.map(\.text), facts)) { first, _ in first }
  }

  private func judge(
    _ facts: [ObservedFact], _ filters: [any Condition], _ context: EvaluationContext
  ) -> Judgement {
    guard facts.count == hops.count else { return .yes }
    let inner = context.with(named(facts))
    let own = ClauseEvaluator(context: inner, current: nil).judge(together)
    guard own.truth != .no, !filters.isEmpty else { return own }
    return .all([own] + filters.map { $0.solve(inner).judgement })
  }

  /// The chain that ends earliest, then starts latest, then by id.
  private func isReported(_ a: [ObservedFact], before b: [ObservedFact]) -> Bool {
    if let x = a.last?.end, let y = b.last?.end, x != y { return x < y }
    if a[0].start != b[0].start { return a[0].start > b[0].start }
    return a.map(\.fact.id).lexicographicallyPrecedes(b.map(\.fact.id))
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    let found = solve(context).ways.first?.single ?? nearest(context)
    let inner = context.with(found)
    let isWhole = found.count == hops.count
    let contact = isWhole ? found[hops[0].text] : nearestContact(context)
    return edge.explain(contact, context)
      + together.flatMap(\.clauses).map {
        ClauseOutcome($0, fact: nil, kind: isWhole ? nil : edge.kind, inner)
      }
  }

  /// The contact with which chains end: the nearest of the subject's, or one of the next vessel's.
  private func nearestContact(_ context: EvaluationContext) -> ObservedFact? {
    guard let near = edge.nearest(context), hops.count == 2,
      edge.judge(near, context).truth == .yes, case .vessel(let next)? = near.value(partner)
    else { return edge.nearest(context) }
    let fleet = context.input.fleet
    let start = context.input.vessel.map(fleet.identity)
    let facts = context.observed(fleet.facts(of: edge.kind, about: next)).filter { fact in
      guard case .vessel(let last)? = fact.value(partner) else { return true }
      return fleet.identity(last) != start
    }
    return edge.nearest(of: facts, context) ?? near
  }

  /// The chain that meets most of the clauses; empty when there is none.
  private func nearest(_ context: EvaluationContext) -> [String: ObservedFact] {
    var search = PathSearch(self, context)
    var best: (failures: Int, facts: [ObservedFact])?
    for chain in search.chains() where chain.facts.count == hops.count {
      let inner = ClauseEvaluator(context: context.with(named(chain.facts)), current: nil)
      let failures = together.count { inner.judge($0).truth != .yes }
      if failures <= best?.failures ?? .max { best = (failures, chain.facts) }
    }
    return named(best?.facts ?? [])
  }
}
