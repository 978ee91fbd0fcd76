import Maritime
import StrictYAML

/// A rule whose names and types are right, ready to be asked about vessels.
public struct CompiledRule: Sendable {
  /// What the rule says about itself.
  public let header: RuleHeader
  let condition: AllOfCondition
  let evidence: RuleEvidence
  let decayFrom: Expression?
  /// The author's cases, those in the rule before those of the file beside it.
  public private(set) var tests: [RuleTest]
  /// The document as read, for tools that walk through it.
  let document: YAMLNode
  /// The fields by which an exception may name a finding, one list for each way.
  let exceptable: [[ExceptablePath]]

  init(
    header: RuleHeader, condition: AllOfCondition, evidence: RuleEvidence,
    decayFrom: Expression?, tests: [RuleTest], document: YAMLNode,
    exceptable: [[ExceptablePath]] = []
  ) {
    self.exceptable = exceptable
    self.document = document
    self.header = header
    self.condition = condition
    self.evidence = evidence
    self.decayFrom = decayFrom
    self.tests = tests
  }

  /// The same rule with other cases.
  func with(tests: [RuleTest]) -> CompiledRule {
    var rule = self
    rule.tests = tests
    return rule
  }

  func adding(_ more: [RuleTest]) -> CompiledRule {
    var rule = self
    rule.tests += more
    return rule
  }

  /// Decides the rule for a vessel, by walking through its conditions as they are written.
  public func evaluate(_ input: EvaluationInput) -> RuleEvaluation {
    evaluate(EvaluationContext(input, lookbackMonths: header.lookbackMonths))
  }

  /// Decides the rule while `probe` listens.
  func evaluate(_ input: EvaluationInput, probe: ClauseProbe?) -> RuleEvaluation {
    var context = EvaluationContext(input, lookbackMonths: header.lookbackMonths)
    context.probe = probe
    return evaluate(context)
  }

  /// Decides the rule in a context that was made for it.
  func evaluate(_ context: EvaluationContext) -> RuleEvaluation {
    let solution = condition.solve(context)
    switch solution.truth {
    case .yes:
      return RuleEvaluation(
        rule: header, answer: .fires, matches: solution.ways.map { match($0, context) },
        undetermined: [])
    case .no:
      return RuleEvaluation(rule: header, answer: .doesNotFire, matches: [], undetermined: [])
    case .unknown:
      return RuleEvaluation(
        rule: header, answer: .unknown, matches: [],
        undetermined: undeterminedClauses(solution.unknowns))
    }
  }

  /// Shows each clause of the rule with what it saw, in file order.
  ///
  /// A clause is shown for the facts that match or, when the rule does not fire, for the facts that
  /// come nearest to it.
  public func explain(_ input: EvaluationInput) -> [ClauseOutcome] {
    let context = EvaluationContext(input, lookbackMonths: header.lookbackMonths)
    return condition.explain(context).sorted {
      ($0.place.start, $0.span.start) < ($1.place.start, $1.span.start)
    }
  }

  private func match(_ way: Solution.Way, _ context: EvaluationContext) -> RuleMatch {
    let facts = cited(way)
    let inner = context.with(way.facts.compactMapValues(\.last))
    return RuleMatch(
      sentence: evidence.template.sentence(way, context), facts: facts.map(\.fact),
      listEntries: distinct(way.entries), decayFrom: instant(inner),
      since: way.facts.values.joined().map(\.start).min(),
      vessels: Array(Set(way.vessels)).sorted(),
      values: way.values.sorted { $0.key < $1.key }.map {
        RuleMatch.Value(name: $0.key, value: $0.value)
      }, exceptable: exceptableTuples(inner))
  }

  private func cited(_ way: Solution.Way) -> [ObservedFact] {
    guard let names = evidence.cited else {
      return Array(Set(way.facts.values.joined())).sorted()
    }
    return names.flatMap { way.facts[$0] ?? [] }
  }

  private func instant(_ context: EvaluationContext) -> UTCTime? {
    guard let decayFrom, decayFrom.names.allSatisfy({ context.names[$0] != nil }) else {
      return nil
    }
    let evaluator = ClauseEvaluator(context: context, current: nil)
    do throws(Missing) {
      guard case .time(let time) = try evaluator.value(decayFrom) else { return nil }
      return time
    } catch {
      // Without the instant the points cannot fade, which is the careful side.
      return nil
    }
  }
}

/// One line for each clause and thing that is missing, with all facts that lack it.
private func undeterminedClauses(_ unknowns: [UnknownClause]) -> [UndeterminedClause] {
  var order: [String] = []
  var groups: [String: [UnknownClause]] = [:]
  for unknown in unknowns {
    let key = "\(unknown.span.start.offset) \(unknown.text) \(unknown.missing.groupName)"
    if groups[key] == nil { order.append(key) }
    groups[key, default: []].append(unknown)
  }
  return order.compactMap { key in
    guard let group = groups[key], let first = group.first else { return nil }
    let facts = Array(Set(group.compactMap(\.fact))).sorted().map(\.fact)
    return UndeterminedClause(
      clause: first.text, span: first.span, missing: sentence(first, facts), facts: facts,
      listEntries: distinct(group.flatMap(\.missing.entries)))
  }
}

private func sentence(_ unknown: UnknownClause, _ facts: [Fact]) -> String {
  guard facts.count > 1, case .field(let field, let fact) = unknown.missing else {
    return unknown.missing.sentence
  }
  return "\(field) of \(facts.count) \(fact.kind.name) facts"
}

/// The entries without repetition, in order.
private func distinct(_ entries: [ListEntryReference]) -> [ListEntryReference] {
  var seen = Set<ListEntryReference>()
  return entries.filter { seen.insert($0).inserted }
}

extension Missing {
  /// What several facts can lack together.
  fileprivate var groupName: String {
    switch self {
    case .field(let field, let fact): "\(fact.kind.name).\(field)"
    default: sentence
    }
  }

  fileprivate var entries: [ListEntryReference] {
    if case .list(_, let entries) = self { entries } else { [] }
  }
}
