import Maritime

/// Decides the rules of a set for the vessels of one batch, each predicate and pattern once.
///
/// Each rule is decided twice: first without the questions that only the clause evaluator answers,
/// which are left open, and then with them, but only for the vessels that are still undecided.
struct BatchEvaluation {
  private let set: RuleSet
  private let batch: FleetColumns.Batch
  private let inputs: ArraySlice<EvaluationInput>
  private let contacts: [ContactGraph.Key: ContactGraph]
  private let everyVessel: Bits
  private var rows: RowEvaluation
  /// What patterns say of all vessels, with and without asking the clause evaluator.
  private var asked: [Truths?]
  private var unasked: [Truths?]
  private var windows: [Window: Bits] = [:]

  /// Rows that a rule may look at.
  private struct Window: Hashable {
    let kind: String
    let months: Int
    let endingWithin: Int64?
  }

  /// How far a decision goes.
  private struct Reach {
    /// Whether the clause evaluator is asked.
    let asks: Bool
    /// The vessels that matter; what is said of others has no meaning.
    let vessels: Bits
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

    /// Where the plan says no, that is the answer, and anything else is open.
    init(no: Bits) { self.init(yes: Bits(count: no.count), no: no, open: no.complement) }
  }

  init(
    _ set: RuleSet, _ batch: FleetColumns.Batch, _ inputs: ArraySlice<EvaluationInput>,
    _ contacts: [ContactGraph.Key: ContactGraph]
  ) {
    self.set = set
    self.batch = batch
    self.inputs = inputs
    self.contacts = contacts
    everyVessel = Bits(count: batch.range.count, filled: true)
    rows = RowEvaluation(set, batch, inputs)
    asked = Array(repeating: nil, count: set.patterns.count)
    unasked = asked
  }

  /// The answers of a rule; where its plan is not enough, those of the reference.
  mutating func answers(of rule: Int) -> Truths {
    let decision = decision(of: rule)
    var truths = Truths(yes: decision.yes, possible: decision.no.complement)
    decision.open.forEach { vessel in
      let answer = explained(rule, vessel: vessel).answer
      truths.yes[vessel] = answer == .fires
      truths.possible[vessel] = answer != .doesNotFire
    }
    return truths
  }

  /// The vessels for which a rule may fire or be unknown.
  mutating func possible(_ rule: Int) -> Bits { decision(of: rule).no.complement }

  /// What the reference says of a rule, shown only the facts that patterns left possible.
  mutating func explained(_ rule: Int, vessel: Int) -> RuleEvaluation {
    let compiled = set.rules[rule]
    var context = EvaluationContext(
      inputs[inputs.startIndex + vessel], lookbackMonths: compiled.header.lookbackMonths)
    guard !batch.irregular[vessel] else { return compiled.evaluate(context) }
    for pattern in set.plans[rule].patterns {
      guard let table = batch.facts[set.patterns[pattern.index].kind] else { continue }
      let truths = asked[pattern.index] ?? unasked(pattern.index)
      context.candidates[pattern.identity] = table.ranges[vessel].filter { truths.possible[$0] }
        .map { table.facts[$0] }
    }
    return compiled.evaluate(context)
  }

  private mutating func decision(of rule: Int) -> Decision {
    let plan = set.plans[rule].plan
    var decision = decide(plan, Reach(asks: false, vessels: everyVessel))
    let rest = everyVessel.subtracting(decision.yes).subtracting(decision.no)
    if !rest.isEmpty, set.asks(plan) {
      let more = decide(plan, Reach(asks: true, vessels: rest))
      decision.yes.formUnion(more.yes.intersection(rest))
      decision.no.formUnion(more.no.intersection(rest))
      decision.open = more.open.intersection(rest)
    } else {
      decision.open.formIntersection(rest)
    }
    guard !batch.irregular.isEmpty else { return decision }
    decision.open.formUnion(batch.irregular)
    decision.yes.subtract(batch.irregular)
    decision.no.subtract(batch.irregular)
    return decision
  }

  private mutating func decide(_ plan: Plan, _ reach: Reach) -> Decision {
    switch plan {
    case .state(let tree):
      rows.asks = reach.asks
      return Decision(rows.truths(of: tree, .state, within: reach.vessels))
    case .exists(let pattern): return exists(pattern, reach)
    case .count(let pattern, let count): return self.count(pattern, count, reach)
    case .sequence(let sequence): return self.sequence(sequence, reach)
    case .alternate(let plan): return alternate(plan, reach)
    case .path(let plan): return path(plan, reach)
    case .all(let parts): return all(parts, reach)
    case .any(let parts): return any(parts, reach)
    case .none(let parts):
      let found = any(parts, reach)
      return Decision(yes: found.no, no: found.yes, open: found.open)
    case .atLeast(let count, let parts): return atLeast(count, parts, reach)
    case .necessary(let part): return Decision(no: decide(part, reach).no)
    case .reference: return Decision(no: Bits(count: everyVessel.count))
    }
  }
}

extension BatchEvaluation {
  /// A part that is false decides, whatever the reference says of the others.
  private mutating func all(_ parts: [Plan], _ reach: Reach) -> Decision {
    var result = Decision(
      yes: everyVessel, no: Bits(count: everyVessel.count), open: .init(count: everyVessel.count))
    for part in parts {
      // Nobody is left: the patterns of the other parts need no look.
      let rest = reach.vessels.subtracting(result.no)
      if rest.isEmpty { break }
      let found = decide(part, Reach(asks: reach.asks, vessels: rest))
      result.yes.formIntersection(found.yes)
      result.no.formUnion(found.no)
      result.open.formUnion(found.open)
    }
    result.open.subtract(result.no)
    result.yes.subtract(result.no)
    return result
  }

  private mutating func any(_ parts: [Plan], _ reach: Reach) -> Decision {
    let none = Bits(count: everyVessel.count)
    var result = Decision(yes: none, no: everyVessel, open: none)
    for part in parts {
      let found = decide(part, reach)
      result.yes.formUnion(found.yes)
      result.no.formIntersection(found.no)
      result.open.formUnion(found.open)
    }
    result.open.subtract(result.yes)
    return result
  }

  private mutating func atLeast(_ count: Int, _ parts: [Plan], _ reach: Reach) -> Decision {
    let found = parts.map { decide($0, reach) }
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

  private mutating func exists(_ pattern: Int, _ reach: Reach) -> Decision {
    guard let table = batch.facts[set.patterns[pattern].kind] else {
      return Decision(Truths(Bits(count: everyVessel.count)))
    }
    let truths = truths(of: pattern, reach)
    return Decision(
      Truths(
        yes: table.vessels(with: truths.yes, of: everyVessel.count),
        possible: table.vessels(with: truths.possible, of: everyVessel.count)))
  }

  private mutating func count(_ pattern: Int, _ count: CountPlan, _ reach: Reach) -> Decision {
    let nothing = count.bound.truth(definite: 0, possible: 0)
    var result = Truths(
      yes: Bits(count: everyVessel.count, filled: nothing == .yes),
      possible: Bits(count: everyVessel.count, filled: nothing != .no))
    guard let table = batch.facts[set.patterns[pattern].kind] else { return Decision(result) }
    var counter = FactCounter(table, count)
    counter.forEachVessel(with: truths(of: pattern, reach)) { vessel, truth in
      result.yes[vessel] = truth == .yes
      result.possible[vessel] = truth != .no
    }
    return Decision(result)
  }

  private mutating func sequence(_ plan: SequencePlan, _ reach: Reach) -> Decision {
    var result = Truths(Bits(count: everyVessel.count))
    var candidates = reach.vessels
    for step in plan.steps {
      candidates.subtract(exists(step.pattern, Reach(asks: reach.asks, vessels: candidates)).no)
      if candidates.isEmpty { return Decision(result) }
    }
    let own = Reach(asks: reach.asks, vessels: candidates)
    let truths = plan.steps.map { self.truths(of: $0.pattern, own) }
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

  private mutating func alternate(_ plan: AlternatePlan, _ reach: Reach) -> Decision {
    var candidates = reach.vessels
    for place in plan.places {
      candidates.subtract(exists(place, Reach(asks: reach.asks, vessels: candidates)).no)
      if candidates.isEmpty { return Decision(no: everyVessel) }
    }
    guard let table = batch.facts[set.patterns[plan.stops].kind] else {
      return Decision(no: everyVessel)
    }
    let own = Reach(asks: reach.asks, vessels: candidates)
    let (stops, places) = (truths(of: plan.stops, own), plan.places.map { truths(of: $0, own) })
    let walker = AlternationWalker(plan, table)
    var possible = Bits(count: everyVessel.count)
    candidates.forEach { vessel in
      let stops = table.ranges[vessel].filter { stops.possible[$0] }.map { row in
        let at = places.map { $0.possible[row] }
        return AlternationWalker.Stop(
          row: row, places: at, isElsewhere: stops.yes[row] && !at.contains(true))
      }
      possible[vessel] = walker.isPossible(stops)
    }
    return Decision(no: possible.complement)
  }

  private mutating func path(_ plan: PathPlan, _ reach: Reach) -> Decision {
    var candidates = reach.vessels.subtracting(exists(plan.edge, reach).no)
    guard let graph = contacts[ContactGraph.Key(plan)],
      let table = batch.facts[set.patterns[plan.edge].kind]
    else { return Decision(no: candidates.complement) }
    let truths = truths(of: plan.edge, Reach(asks: reach.asks, vessels: candidates))
    candidates.forEach { vessel in
      let input = inputs[inputs.startIndex + vessel]
      guard let start = input.vessel, input.fleet.isSame(as: graph.fleet) else { return }
      let walker = PathWalker(
        plan.condition, graph, from: start, EvaluationContext(input, windowStart: batch.now))
      let own = table.ranges[vessel].filter { truths.possible[$0] }.map { table.facts[$0] }
      if !walker.isPossible(own) { candidates[vessel] = false }
    }
    return Decision(no: candidates.complement)
  }
}

extension BatchEvaluation {
  /// What a pattern says while the clause evaluator is not asked.
  mutating func unasked(_ pattern: Int) -> Truths {
    truths(of: pattern, Reach(asks: false, vessels: everyVessel))
  }

  /// The facts that meet a pattern, worked out once for all rules unless only some vessels matter.
  private mutating func truths(of index: Int, _ reach: Reach) -> Truths {
    if let known = asked[index] { return known }
    let pattern = set.patterns[index]
    let isAsked = reach.asks && pattern.asks
    if !isAsked, let known = unasked[index] { return known }
    var mask = window(of: pattern)
    let isWhole = !isAsked || reach.vessels == everyVessel
    if !isWhole, let table = batch.facts[pattern.kind] {
      mask.formIntersection(table.rows(of: reach.vessels))
    }
    rows.asks = isAsked
    let truths =
      mask.isEmpty
      ? Truths(mask) : rows.truths(of: pattern.clauses, .facts(pattern.kind), within: mask)
    if isWhole {
      if isAsked || !pattern.asks { asked[index] = truths } else { unasked[index] = truths }
    }
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
