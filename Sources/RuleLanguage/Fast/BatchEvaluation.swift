import Maritime

/// Decides the rules of a set for the vessels of one batch, each predicate and pattern once.
struct BatchEvaluation {
  private let set: RuleSet
  private let batch: FleetColumns.Batch
  private let inputs: ArraySlice<EvaluationInput>
  private let everyVessel: Bits
  private var rows: RowEvaluation
  private var patterns: [Truths?]
  private var windows: [Window: Bits] = [:]

  /// Rows that a rule may look at.
  private struct Window: Hashable {
    let kind: String
    let months: Int
    let endingWithin: Int64?
  }

  /// What a plan says of each vessel; neither `yes`, `no` nor `open` is unknown.
  private struct Decision {
    var yes: Bits
    var no: Bits
    /// What only the reference can tell.
    var open: Bits

    init(_ truths: Truths) {
      yes = truths.yes
      no = truths.possible.complement
      open = Bits(count: yes.count)
    }

    init(yes: Bits, no: Bits, open: Bits) {
      self.yes = yes
      self.no = no
      self.open = open
    }
  }

  init(_ set: RuleSet, _ batch: FleetColumns.Batch, _ inputs: [EvaluationInput]) {
    self.set = set
    self.batch = batch
    self.inputs = inputs[batch.range]
    everyVessel = Bits(count: batch.range.count, filled: true)
    rows = RowEvaluation(set, batch, self.inputs)
    patterns = Array(repeating: nil, count: set.patterns.count)
  }

  /// The answers of a rule; where its plan is not enough, those of the reference.
  mutating func answers(of rule: Int) -> Truths {
    let decision = decision(of: rule)
    var truths = Truths(yes: decision.yes, possible: decision.no.complement)
    decision.open.forEach { vessel in
      let answer = set.rules[rule].evaluate(inputs[inputs.startIndex + vessel]).answer
      truths.yes[vessel] = answer == .fires
      truths.possible[vessel] = answer != .doesNotFire
    }
    return truths
  }

  /// The vessels for which a rule may fire or be unknown.
  mutating func possible(_ rule: Int) -> Bits { decision(of: rule).no.complement }

  private mutating func decision(of rule: Int) -> Decision {
    var decision = decide(set.plans[rule])
    guard !batch.irregular.isEmpty else { return decision }
    decision.open.formUnion(batch.irregular)
    decision.yes.subtract(batch.irregular)
    decision.no.subtract(batch.irregular)
    return decision
  }

  private mutating func decide(_ plan: Plan) -> Decision {
    switch plan {
    case .state(let tree): return Decision(rows.truths(of: tree, .state, within: everyVessel))
    case .exists(let pattern): return exists(pattern)
    case .count(let pattern, let count): return self.count(pattern, count)
    case .sequence(let sequence): return self.sequence(sequence)
    case .all(let parts): return all(parts)
    case .any(let parts): return any(parts)
    case .none(let parts):
      let found = any(parts)
      return Decision(yes: found.no, no: found.yes, open: found.open)
    case .atLeast(let count, let parts): return atLeast(count, parts)
    case .necessary(let part):
      let no = decide(part).no
      return Decision(yes: Bits(count: no.count), no: no, open: no.complement)
    case .reference:
      let none = Bits(count: everyVessel.count)
      return Decision(yes: none, no: none, open: everyVessel)
    }
  }
}

extension BatchEvaluation {
  /// A part that is false decides, whatever the reference says of the others.
  private mutating func all(_ parts: [Plan]) -> Decision {
    var result = Decision(
      yes: everyVessel, no: Bits(count: everyVessel.count), open: .init(count: everyVessel.count))
    for part in parts {
      let found = decide(part)
      result.yes.formIntersection(found.yes)
      result.no.formUnion(found.no)
      result.open.formUnion(found.open)
      // Nobody is left: the patterns of the other parts need no look.
      if result.no == everyVessel { break }
    }
    result.open.subtract(result.no)
    return result
  }

  private mutating func any(_ parts: [Plan]) -> Decision {
    let none = Bits(count: everyVessel.count)
    var result = Decision(yes: none, no: everyVessel, open: none)
    for part in parts {
      let found = decide(part)
      result.yes.formUnion(found.yes)
      result.no.formIntersection(found.no)
      result.open.formUnion(found.open)
    }
    result.open.subtract(result.yes)
    return result
  }

  private mutating func atLeast(_ count: Int, _ parts: [Plan]) -> Decision {
    let found = parts.map { decide($0) }
    let none = Bits(count: everyVessel.count)
    var result = Decision(yes: none, no: none, open: none)
    for vessel in 0..<everyVessel.count {
      let yes = found.count { $0.yes[vessel] }
      let open = found.count { $0.open[vessel] }
      let possible = found.count { !$0.no[vessel] }
      if yes >= count {
        result.yes[vessel] = true
      } else if possible < count {
        result.no[vessel] = true
      } else if open > 0 {
        result.open[vessel] = true
      }
    }
    return result
  }

  private mutating func exists(_ pattern: Int) -> Decision {
    let truths = truths(of: pattern)
    guard let table = batch.facts[set.patterns[pattern].kind] else {
      return Decision(Truths(Bits(count: everyVessel.count)))
    }
    return Decision(
      Truths(
        yes: table.vessels(with: truths.yes, of: everyVessel.count),
        possible: table.vessels(with: truths.possible, of: everyVessel.count)))
  }

  private mutating func count(_ pattern: Int, _ count: CountPlan) -> Decision {
    let truths = truths(of: pattern)
    let nothing = count.bound.truth(definite: 0, possible: 0)
    var result = Truths(
      yes: Bits(count: everyVessel.count, filled: nothing == .yes),
      possible: Bits(count: everyVessel.count, filled: nothing != .no))
    guard let table = batch.facts[set.patterns[pattern].kind] else { return Decision(result) }
    var counter = FactCounter(table, count)
    counter.forEachVessel(with: truths) { vessel, truth in
      result.yes[vessel] = truth == .yes
      result.possible[vessel] = truth != .no
    }
    return Decision(result)
  }

  private mutating func sequence(_ plan: SequencePlan) -> Decision {
    var result = Truths(Bits(count: everyVessel.count))
    var candidates = everyVessel
    for step in plan.steps {
      candidates.subtract(exists(step.pattern).no)
      if candidates.isEmpty { return Decision(result) }
    }
    let truths = plan.steps.map { self.truths(of: $0.pattern) }
    let tables = plan.steps.compactMap { batch.facts[set.patterns[$0.pattern].kind] }
    let walker = SequenceWalker(plan, tables)
    candidates.forEach { vessel in
      let truth = walker.truth(
        zip(tables, truths).map { table, truths in
          table.ranges[vessel].filter { truths.possible[$0] }
            .map { SequenceWalker.Candidate(row: $0, isDefinite: truths.yes[$0]) }
        })
      result.yes[vessel] = truth == .yes
      result.possible[vessel] = truth != .no
    }
    return Decision(result)
  }

  /// The facts that meet a pattern, worked out once for all rules.
  private mutating func truths(of index: Int) -> Truths {
    if let known = patterns[index] { return known }
    let pattern = set.patterns[index]
    let mask = window(of: pattern)
    let truths =
      mask.isEmpty
      ? Truths(mask) : rows.truths(of: pattern.clauses, .facts(pattern.kind), within: mask)
    patterns[index] = truths
    return truths
  }

  private mutating func window(of pattern: PatternPlan) -> Bits {
    let key = Window(
      kind: pattern.kind, months: pattern.lookbackMonths, endingWithin: pattern.endingWithin)
    if let known = windows[key] { return known }
    guard let table = batch.facts[pattern.kind] else { return Bits(count: 0) }
    var start = batch.now.adding(months: -pattern.lookbackMonths).milliseconds
    if let length = pattern.endingWithin { start = max(start, batch.now.milliseconds - length) }
    let everyRow = Bits(count: table.count, filled: true)
    let rows = borderBits([start], values: table.ends, known: everyRow)[0]
    windows[key] = rows
    return rows
  }
}
