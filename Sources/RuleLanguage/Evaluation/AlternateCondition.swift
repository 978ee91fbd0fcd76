import Maritime
import StrictYAML

/// Stops that alternate between two places.
///
/// A chain is a series of facts in the order of (start, end, kind, id) of which each is at the
/// other place than the one before. A leg leads from one stop of the chain to the next; stops
/// between them that are at neither place count as other stops, and those at either place do not.
struct AlternateCondition: Condition {
  let pattern: FactPattern
  /// The clauses of the two places.
  let places: [ClauseTree]
  /// The fewest legs.
  let legs: Int
  /// The longest time from a stop's end to the next one's start.
  let longestLeg: Int64?
  /// The longest time from the first stop's start to the last one's end.
  let within: Int64
  /// How many other stops one leg may have.
  let otherStops: Int
  let keySpan: SourceSpan

  var names: [String: Scope.Name] {
    var name = pattern.scopeName
    name.isGroup = true
    name.values = ["legs"]
    return [pattern.name: name]
  }
  var needs: Set<String> { places.reduce(into: pattern.needs) { $0.formUnion($1.names) } }
  var clauses: [Clause] {
    (pattern.clauses + places).flatMap(\.clauses).sorted { $0.span.start < $1.span.start }
  }
  /// The stops, with the clauses of both places.
  var patterns: [FactPattern] {
    [
      FactPattern(
        name: pattern.name, nameSpan: pattern.nameSpan, kind: pattern.kind,
        clauses: pattern.clauses + places, isAcrossVessels: pattern.isAcrossVessels)
    ]
  }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let stops = stops(context)
    if let chain = AlternationSearch(self, stops, isCertain: true).longest() {
      return Solution(truth: .yes, ways: [way(chain.map { stops[$0] })])
    }
    guard let chain = AlternationSearch(self, stops, isCertain: false).longest(),
      let first = chain.first, let last = chain.last
    else { return .no }
    // A stop between two of the chain may be one too many.
    return Solution(truth: .unknown, unknowns: stops[first...last].flatMap(\.unknowns))
  }

  /// The chain to report the reference finds.
  func lowered(by lowering: inout Lowering) -> Plan {
    guard !pattern.isAcrossVessels else { return .reference }
    let own = lowering.pattern(pattern)
    let atPlaces = places.map { lowering.pattern(pattern, and: [$0]) }
    guard own.isWhole, atPlaces.allSatisfy(\.isWhole) else {
      return .necessary(.all(places.map { lowering.exists(pattern, and: [$0]) }))
    }
    return .alternate(
      AlternatePlan(
        stops: own.index, places: atPlaces.map(\.index), legs: legs, longestLeg: longestLeg,
        within: within, otherStops: otherStops))
  }

  private func way(_ chain: [AlternationStop]) -> Solution.Way {
    Solution.Way(
      facts: [pattern.name: chain.map(\.fact)], entries: chain.flatMap(\.entries),
      values: ["\(pattern.name).legs": .quantity(.count(chain.count - 1))])
  }

  private func stops(_ context: EvaluationContext) -> [AlternationStop] {
    context.facts(for: pattern).compactMap { fact in
      let own = pattern.judge(fact, context)
      guard own.truth != .no else { return nil }
      let evaluator = ClauseEvaluator(context: context, current: fact)
      return AlternationStop(fact, own, at: places.map { evaluator.judge($0) })
    }
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    let stops = stops(context)
    let certain = AlternationSearch(self, stops, isCertain: true)
    let longest = certain.longest(atLeast: 1) ?? []
    let fact = longest.first.map { stops[$0].fact } ?? pattern.nearest(context)
    let next = longest.dropFirst().first.map { stops[$0].fact } ?? fact
    let shown = stops.isEmpty ? [nil, nil] : [fact, next]
    // The places in the order in which the chain visits them.
    let isTurned = longest.first.map { stops[$0].places[0].truth != .yes } ?? false
    let atPlaces = zip(places, isTurned ? shown.reversed() : shown).flatMap { place, fact in
      place.clauses.map { ClauseOutcome($0, fact: fact, kind: pattern.kind, context) }
    }
    let own = ClauseOutcome(
      key: "legs_at_least: \(legs)", at: keySpan, solve(context).truth,
      values: ["legs = \(max(longest.count - 1, 0))"])
    return pattern.explain(fact, context) + atPlaces + [own]
  }
}

/// A fact that may be a stop of a chain.
struct AlternationStop: Sendable {
  let fact: ObservedFact
  /// Whether it is at each of the two places.
  let places: [Judgement]
  /// Whether it is a stop at neither place.
  let isElsewhere: Truth
  let unknowns: [UnknownClause]

  init(_ fact: ObservedFact, _ own: Judgement, at places: [Judgement]) {
    self.fact = fact
    self.places = places.map { Judgement.all([own, $0]) }
    isElsewhere = Judgement.all([own, Judgement.any(places).negated]).truth
    unknowns = own.unknowns + places.flatMap(\.unknowns)
  }

  var entries: [ListEntryReference] { places.flatMap(\.entries) }
}
