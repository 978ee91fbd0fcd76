import Maritime

/// Finds the tuple to report, step by step.
///
/// After each step only the facts that later steps refer to matter, with the latest first start: of
/// all tuples that share those facts one is kept. So the work grows with the square of the number
/// of facts, not with a power of the number of steps.
struct SequenceSearch {
  private let condition: SequenceCondition
  private let context: EvaluationContext
  private let steps: [Step]

  /// A step with what can be decided before the search.
  private struct Step {
    let step: SequenceStep
    /// The facts that meet the clauses about themselves, in order.
    let candidates: [(fact: ObservedFact, judgement: Judgement)]
    /// The clauses that refer to earlier steps.
    let linked: [ClauseTree]
    let filters: [any Condition]
    /// The steps up to this one whose facts later steps refer to.
    let live: [Int]
  }

  /// The tuples that share a key have the same future.
  private struct Key: Hashable {
    let facts: [String]
    let truth: Truth
  }

  init(
    _ condition: SequenceCondition, _ context: EvaluationContext, _ filters: [any Condition]
  ) {
    self.condition = condition
    self.context = context
    let names = condition.steps.map(\.pattern.name)
    let placed = filters.map { filter in
      (filter, names.lastIndex { filter.needs.contains($0) } ?? names.count - 1)
    }
    steps = condition.steps.indices.map { index in
      let step = condition.steps[index]
      let earlier = Set(names)
      let (linked, own) = step.pattern.clauses.partitioned { !$0.names.isDisjoint(with: earlier) }
      return Step(
        step: step, candidates: Self.candidates(of: step.pattern, own, context), linked: linked,
        filters: placed.filter { $0.1 == index }.map(\.0),
        live: Self.live(after: index, condition.steps, placed))
    }
  }

  /// The best tuple that is true, and the best that is unknown, among facts after `last`.
  func best(after last: ObservedFact?) -> (match: SequenceTuple?, undecided: SequenceTuple?) {
    var tuples = [SequenceTuple(facts: [], judgement: .yes)]
    for step in steps {
      var kept: [Key: SequenceTuple] = [:]
      for tuple in tuples {
        for extended in extensions(of: tuple, by: step, after: last) {
          let key = Key(
            facts: step.live.map { extended.facts[$0].fact.id }, truth: extended.judgement.truth)
          if let rival = kept[key], !extended.isBetter(than: rival) { continue }
          kept[key] = extended
        }
      }
      tuples = Array(kept.values)
    }
    return (
      first(of: tuples.filter { $0.judgement.truth == .yes }),
      first(of: tuples.filter { $0.judgement.truth == .unknown })
    )
  }

  private func first(of tuples: [SequenceTuple]) -> SequenceTuple? {
    tuples.min { a, b in
      guard let x = a.facts.last?.end, let y = b.facts.last?.end, x != y else {
        return a.isBetter(than: b)
      }
      return condition.pick == .last ? x > y : x < y
    }
  }
}

extension SequenceSearch {
  private func extensions(
    of tuple: SequenceTuple, by step: Step, after last: ObservedFact?
  ) -> [SequenceTuple] {
    let previous = tuple.facts.last ?? last
    let limit = latestStart(for: tuple, step)
    var found: [SequenceTuple] = []
    for (fact, own) in step.candidates[start(in: step, after: previous)...] {
      if let limit, fact.start > limit { break }
      guard meetsTimes(fact, tuple, step.step) else { continue }
      var judgement = tuple.judgement
      judgement.add(own)
      for part in links(fact, tuple, step) { judgement.add(part) }
      judgement = judgement.settled
      guard judgement.truth != .no else { continue }
      found.append(SequenceTuple(facts: tuple.facts + [fact], judgement: judgement))
    }
    return found
  }

  /// The first candidate after `previous` in order.
  private func start(in step: Step, after previous: ObservedFact?) -> Int {
    guard let previous else { return 0 }
    var (low, high) = (0, step.candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if step.candidates[middle].fact > previous { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last instant at which the next fact can start.
  private func latestStart(for tuple: SequenceTuple, _ step: Step) -> UTCTime? {
    guard let previous = tuple.facts.last else { return nil }
    var limits = step.step.after.map { previous.end.milliseconds + $0.upperBound }
    if let within = condition.within {
      limits.append(tuple.facts[0].start.milliseconds + within)
    }
    return limits.min().map(UTCTime.init(milliseconds:))
  }

  private func meetsTimes(
    _ fact: ObservedFact, _ tuple: SequenceTuple, _ step: SequenceStep
  ) -> Bool {
    let first = tuple.facts.first ?? fact
    let isLast = tuple.facts.count == steps.count - 1
    if let within = condition.within, isLast, fact.end - first.start > within { return false }
    if let during = step.during {
      let outer = tuple.facts[during]
      guard outer.start <= fact.start, fact.end <= outer.end else { return false }
    }
    guard let previous = tuple.facts.last else { return true }
    return step.after.allSatisfy { $0.contains(fact.start - previous.end) }
  }

  /// What refers to other facts of the tuple: `same`, clauses with names, filters.
  private func links(
    _ fact: ObservedFact, _ tuple: SequenceTuple, _ step: Step
  ) -> [Judgement] {
    var parts = step.step.same.map { same($0, fact, tuple.facts.last, step.step.pattern) }
    guard !step.linked.isEmpty || !step.filters.isEmpty else { return parts }
    var inner = context
    for (earlier, fact) in zip(condition.steps, tuple.facts) {
      inner.names[earlier.pattern.name] = fact
    }
    if !step.linked.isEmpty {
      parts.append(ClauseEvaluator(context: inner, current: fact).judge(step.linked))
    }
    parts.append(judge(step.filters, [step.step.pattern.name: fact], inner))
    return parts
  }

  private func same(
    _ field: String, _ fact: ObservedFact, _ previous: ObservedFact?, _ pattern: FactPattern
  ) -> Judgement {
    guard let previous else { return .yes }
    let clause = Clause(
      text: "same: \(field)", span: pattern.nameSpan,
      form: .compare(
        .field(FieldReference(source: .current, field: field)), .equal,
        .field(FieldReference(source: .named(""), field: field))), isNegated: false)
    var inner = context
    inner.names[""] = previous
    return ClauseEvaluator(context: inner, current: fact).judge(clause)
  }
}

extension SequenceSearch {
  private static func candidates(
    of pattern: FactPattern, _ clauses: [ClauseTree], _ context: EvaluationContext
  ) -> [(fact: ObservedFact, judgement: Judgement)] {
    context.facts(for: pattern)
      .map { ($0, ClauseEvaluator(context: context, current: $0).judge(clauses)) }
      .filter { $0.1.truth != .no }
  }

  /// The steps up to one whose facts later steps refer to.
  static func live(
    after index: Int, _ steps: [SequenceStep], _ filters: [(any Condition, Int)]
  ) -> [Int] {
    var live: Set<Int> = [index]
    for later in steps.indices.dropFirst(index + 1) {
      let needs = filters.filter { $0.1 == later }.reduce(into: steps[later].pattern.needs) {
        $0.formUnion($1.0.needs)
      }
      live.formUnion(steps.indices.filter { needs.contains(steps[$0].pattern.name) })
      if let during = steps[later].during { live.insert(during) }
    }
    return live.filter { $0 <= index }.sorted()
  }
}

extension Array {
  /// The elements for which a statement is true, and the rest, each in order.
  fileprivate func partitioned(_ isFirst: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
