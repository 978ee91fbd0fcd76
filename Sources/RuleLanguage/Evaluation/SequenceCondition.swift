import Maritime

/// Facts that follow one another in the order of (start, end, kind, id), one for each step.
///
/// The matches are a set: all tuples that meet every clause, `after`, `during`, `same` and
/// `within`. Which of them is reported does not depend on how they are found.
struct SequenceCondition: Condition {
  enum Pick: String, CaseIterable, Sendable {
    /// The match that ends earliest, then starts latest, then by id.
    case first
    /// The match that ends latest, then starts latest, then by id.
    case last
    /// The first match, then the first among the facts after it, and so on.
    case each
  }

  let steps: [SequenceStep]
  let within: Int64?
  let pick: Pick

  var isRepeatable: Bool { pick == .each }

  var names: [String: Scope.Name] {
    Dictionary(steps.map { ($0.pattern.name, $0.pattern.scopeName) }) { first, _ in first }
  }

  var needs: Set<String> {
    let all = steps.reduce(into: Set<String>()) { $0.formUnion($1.pattern.needs) }
    return all.subtracting(steps.map(\.pattern.name))
  }

  var clauses: [Clause] { steps.flatMap { $0.pattern.clauses.flatMap(\.clauses) } }
  var patterns: [FactPattern] { steps.map(\.pattern) }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let search = SequenceSearch(self, context, filters)
    var found: [SequenceTuple] = []
    var result = search.best(after: nil)
    while let match = result.match {
      found.append(match)
      guard pick == .each else { break }
      result = search.best(after: match.facts.last)
    }
    if found.isEmpty {
      guard let undecided = result.undecided else { return .no }
      return Solution(truth: .unknown, unknowns: undecided.judgement.unknowns)
    }
    return Solution(truth: .yes, ways: found.map(way))
  }

  private func way(_ tuple: SequenceTuple) -> Solution.Way {
    let named = zip(steps, tuple.facts).map { ($0.pattern.name, [$1]) }
    return Solution.Way(
      facts: Dictionary(named) { first, _ in first }, entries: tuple.judgement.entries)
  }

  /// Steps that refer to more than the step before are left to the reference, which is asked only
  /// where each has a fact of its own.
  func lowered(by lowering: inout Lowering) -> Plan {
    let parts = steps.map { lowering.pattern($0.pattern) }
    let isPlain = steps.indices.allSatisfy { index in
      let step = steps[index]
      return parts[index].isWhole && step.same.isEmpty
        && step.during.map { $0 == index - 1 } ?? true && !step.pattern.isAcrossVessels
    }
    guard isPlain else { return .necessary(.all(steps.map { lowering.exists($0.pattern) })) }
    let planned = zip(steps, parts).map { step, part in
      SequencePlan.Step(
        pattern: part.index, after: step.after, liesInStepBefore: step.during != nil)
    }
    return .sequence(SequencePlan(steps: planned, within: within))
  }

  /// Shows the match, or for each step the fact that comes nearest.
  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    let found = solve(context).ways.first?.single
    var inner = context
    return steps.flatMap { step in
      let name = step.pattern.name
      let fact = found?[name] ?? step.pattern.nearest(inner)
      let outcomes = step.pattern.explain(fact, inner)
      inner.names[name] = fact
      return outcomes
    }
  }
}

/// Facts for the first steps of a sequence.
struct SequenceTuple: Sendable {
  var facts: [ObservedFact]
  var judgement: Judgement

  var ids: [String] { facts.map(\.fact.id) }

  /// Whether this tuple is reported before another that ends with the same facts.
  func isBetter(than other: SequenceTuple) -> Bool {
    if facts[0].start != other.facts[0].start { return facts[0].start > other.facts[0].start }
    return ids.lexicographicallyPrecedes(other.ids)
  }
}
