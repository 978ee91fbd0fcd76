/// Rules put together so that many vessels are decided at once: the fast evaluator.
///
/// The plain evaluator, `CompiledRule.evaluate`, is the reference, and only it explains. This one
/// gives the same answers: equal clauses of different rules are asked once for a whole column of
/// facts, and what a plan cannot decide exactly is asked of the reference, for the vessels that
/// pass the clauses without which the rule cannot hold (`docs/decisions/0005-two-evaluators.md`).
public struct RuleSet: Sendable {
  /// The rules, in the order given.
  public let rules: [CompiledRule]

  let plans: [RulePlan]
  let predicates: [PlannedPredicate]
  let patterns: [PatternPlan]
  let columns: [ColumnKey.Subject: [ColumnPlan]]
  /// The kinds of fact that some plan looks at, sorted.
  let kinds: [String]
  /// What each rule says where it fails.
  private let failures: [RuleEvaluation]
  /// The contacts that paths follow, each once.
  let contacts: [PathPlan]

  /// Plans rules.
  ///
  /// - Complexity: O(*n* log *n*) in the number of clauses.
  public init(_ rules: [CompiledRule]) {
    self.rules = rules
    var lowering = Lowering()
    plans = rules.map { lowering.plan($0) }
    patterns = lowering.patterns
    contacts = plans.flatMap { $0.plan.paths }
    let columns = Self.columns(of: lowering.predicates)
    self.columns = columns
    predicates = lowering.predicates.map { PlannedPredicate($0, columns) }
    kinds = Set(lowering.patterns.map(\.kind)).sorted()
    failures = rules.map {
      RuleEvaluation(rule: $0.header, answer: .doesNotFire, matches: [], undetermined: [])
    }
  }

  /// The answer of every rule for every vessel.
  ///
  /// - Parameter inputs: The vessels; those that stand together are best asked for one instant.
  /// - Returns: The same answers as `CompiledRule.evaluate` gives.
  /// - Complexity: O(*c* + *w*) for each predicate and rule, where *c* is the facts of a kind and
  ///   *w* the words of 64 bits that hold one bit for each.
  public func answers(for inputs: [EvaluationInput]) -> AnswerTable {
    answers(for: FleetColumns(inputs, for: self))
  }

  /// The answer of every rule for every vessel of a fleet that was put into columns before.
  ///
  /// - Precondition: The columns were made for this set of rules.
  public func answers(for fleet: FleetColumns) -> AnswerTable {
    var table = AnswerTable(vessels: fleet.inputs.count, rules: rules.count)
    for batch in fleet.batches {
      var evaluation = BatchEvaluation(self, batch, fleet.inputs[batch.range], fleet.contacts)
      for rule in rules.indices {
        table.place(evaluation.answers(of: rule), rule: rule, at: batch.range.lowerBound)
      }
    }
    return table
  }

  /// What every rule says of every vessel, explained: the answers of this evaluator, and where a
  /// rule does not fail, the reference's own words.
  ///
  /// - Parameters:
  ///   - inputs: The vessels.
  ///   - contacts: The contacts of their fleet; gathered for these vessels alone when `nil`.
  /// - Returns: For each vessel one evaluation a rule, in the order of `rules`.
  public func evaluate(
    _ inputs: [EvaluationInput], contacts: FleetContacts? = nil
  ) -> [[RuleEvaluation]] {
    let fleet = FleetColumns(inputs, for: self, contacts: contacts)
    return fleet.batches.flatMap { batch in
      var evaluation = BatchEvaluation(self, batch, inputs[batch.range], fleet.contacts)
      let possible = rules.indices.map { evaluation.possible($0) }
      return (0..<batch.range.count).map { vessel in
        rules.indices.map { rule in
          possible[rule][vessel]
            ? evaluation.explained(rule, vessel: vessel) : failures[rule]
        }
      }
    }
  }

  /// Whether a plan has questions that only the clause evaluator answers.
  func asks(_ plan: Plan) -> Bool {
    switch plan {
    case .state(let tree): asks(tree)
    case .exists(let pattern), .count(let pattern, _): patterns[pattern].asks
    case .sequence(let plan): plan.steps.contains { patterns[$0.pattern].asks }
    case .alternate(let plan): ([plan.stops] + plan.places).contains { patterns[$0].asks }
    case .path(let plan): patterns[plan.edge].asks
    case .all(let parts), .any(let parts), .none(let parts), .atLeast(_, let parts):
      parts.contains { asks($0) }
    case .necessary(let part): asks(part)
    case .reference: false
    }
  }

  private func asks(_ tree: PredicateTree) -> Bool {
    switch tree {
    case .predicate(let index, _):
      if case .asked = predicates[index].question { true } else { false }
    case .all(let trees), .any(let trees), .none(let trees), .atLeast(_, let trees):
      trees.contains { asks($0) }
    }
  }

  private static func columns(of predicates: [Predicate]) -> [ColumnKey.Subject: [ColumnPlan]] {
    var keys: [ColumnKey] = []
    var tests: [ColumnKey: [ColumnTest]] = [:]
    for case .column(let key, let test) in predicates.map(\.question) {
      if tests[key] == nil { keys.append(key) }
      tests[key, default: []].append(test)
    }
    return Dictionary(grouping: keys, by: \.subject).mapValues { keys in
      keys.map { ColumnPlan($0, tests: tests[$0] ?? []) }
    }
  }
}
