import Maritime

/// Turns the conditions of many rules into plans that share their predicates and patterns.
struct Lowering {
  private(set) var predicates: [Predicate] = []
  private(set) var patterns: [PatternPlan] = []
  private var predicateIndexes: [Predicate: Int] = [:]
  private var patternIndexes: [PatternPlan: Int] = [:]
  private var lookbackMonths = 0

  /// The plan of a whole rule, and the places of its patterns.
  mutating func plan(_ rule: CompiledRule) -> RulePlan {
    lookbackMonths = rule.header.lookbackMonths
    let plan = plan(rule.condition)
    let patterns = rule.condition.patterns.filter { !$0.isAcrossVessels }.map {
      RulePlan.Pattern(identity: ObjectIdentifier($0.identity), index: pattern($0).index)
    }
    return RulePlan(plan: plan, patterns: patterns)
  }

  /// The plan of a condition; the reference decides those that depend on facts of others.
  mutating func plan(_ condition: any Condition) -> Plan {
    condition.needs.isEmpty ? condition.lowered(by: &self) : .reference
  }

  /// The plan of a condition whose other parts depend on facts that it names: they can only make
  /// it fail, so where it fails without them nothing else need be asked.
  mutating func plan(_ condition: any Condition, filteredBy filters: [any Condition]) -> Plan {
    let own = plan(condition)
    return filters.isEmpty ? own : .necessary(own)
  }

  mutating func state(_ trees: [ClauseTree]) -> Plan {
    guard trees.allSatisfy(\.names.isEmpty) else { return .reference }
    return .state(conjunction(trees, .state))
  }

  /// The place of a pattern, and whether all of its clauses are in it: those that refer to facts
  /// of other steps are not.
  mutating func pattern(
    _ pattern: FactPattern, and more: [ClauseTree] = [], endingWithin: Int64? = nil
  ) -> (index: Int, isWhole: Bool) {
    let own = (pattern.clauses + more).filter(\.names.isEmpty)
    let clauses = conjunction(own, .facts(pattern.kind.name))
    let plan = PatternPlan(
      kind: pattern.kind.name, clauses: clauses, lookbackMonths: lookbackMonths,
      asks: asks(clauses), endingWithin: endingWithin)
    let index = patternIndexes[plan] ?? patterns.count
    if index == patterns.count {
      patternIndexes[plan] = index
      patterns.append(plan)
    }
    return (index, own.count == pattern.clauses.count + more.count)
  }

  /// That at least one fact of a pattern exists, which meets further clauses too.
  mutating func exists(_ pattern: FactPattern, and more: [ClauseTree] = []) -> Plan {
    guard !pattern.isAcrossVessels else { return .reference }
    let (index, isWhole) = self.pattern(pattern, and: more)
    return isWhole ? .exists(pattern: index) : .necessary(.exists(pattern: index))
  }
}

extension Lowering {
  private mutating func conjunction(
    _ trees: [ClauseTree], _ subject: ColumnKey.Subject
  ) -> PredicateTree {
    .all(ordered(trees, subject))
  }

  /// The cheap ones first, so that the clause evaluator is asked of few rows; the order has no
  /// meaning, so conjunctions written in another order are the same.
  private mutating func ordered(
    _ trees: [ClauseTree], _ subject: ColumnKey.Subject
  ) -> [PredicateTree] {
    var lowered: [(cost: Int, place: Int, tree: PredicateTree)] = []
    for tree in trees {
      let tree = self.tree(tree, subject)
      lowered.append((cost(of: tree), firstPredicate(of: tree), tree))
    }
    return lowered.sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }.map(\.tree)
  }

  private mutating func tree(
    _ tree: ClauseTree, _ subject: ColumnKey.Subject
  ) -> PredicateTree {
    switch tree {
    case .clause(let clause):
      let (predicate, isNegated) = Predicate.of(clause, subject)
      return .predicate(index(of: predicate), isNegated: isNegated)
    case .all(let trees): return .all(ordered(trees, subject))
    case .any(let trees): return .any(ordered(trees, subject))
    case .none(let trees): return .none(ordered(trees, subject))
    case .atLeast(let count, let trees): return .atLeast(count, ordered(trees, subject))
    }
  }

  private mutating func index(of predicate: Predicate) -> Int {
    if let index = predicateIndexes[predicate] { return index }
    predicates.append(predicate)
    predicateIndexes[predicate] = predicates.count - 1
    return predicates.count - 1
  }

  /// Whether some predicate of a tree is asked of the clause evaluator.
  private func asks(_ tree: PredicateTree) -> Bool {
    switch tree {
    case .predicate(let index, _):
      if case .asked = predicates[index].question { true } else { false }
    case .all(let trees), .any(let trees), .none(let trees), .atLeast(_, let trees):
      trees.contains { asks($0) }
    }
  }

  private func cost(of tree: PredicateTree) -> Int {
    switch tree {
    case .predicate(let index, _):
      if case .column = predicates[index].question { 0 } else { 2 }
    case .all(let trees), .any(let trees), .none(let trees), .atLeast(_, let trees):
      max(1, trees.map(cost).max() ?? 0)
    }
  }

  private func firstPredicate(of tree: PredicateTree) -> Int {
    switch tree {
    case .predicate(let index, _): index
    case .all(let trees), .any(let trees), .none(let trees), .atLeast(_, let trees):
      trees.map(firstPredicate).min() ?? 0
    }
  }
}
