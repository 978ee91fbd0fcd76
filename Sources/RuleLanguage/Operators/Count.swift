import Maritime
import StrictYAML

extension Operator {
  static let count = Operator(
    name: "count", summary: "So many facts of a kind meet every clause, within a span of time.",
    value: .mapping(.count), givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .count),
      let of = node["of"], let pattern = reader.factPattern(of, scope, operatorName: "of"),
      let bound = reader.countBound(node)
    else { return nil }
    return CountCondition(
      pattern: pattern, distinct: reader.distinctField(node["distinct"], of: pattern.kind),
      within: node["within"].flatMap { reader.duration($0, key: "within") }, bound: bound)
  }
}

private struct CountCondition: Condition {
  let pattern: FactPattern
  /// The field whose different values count.
  let distinct: (name: String, span: SourceSpan)?
  let within: Int64?
  let bound: CountBound

  var names: [String: Scope.Name] {
    var name = pattern.scopeName
    name.isGroup = true
    return [pattern.name: name]
  }
  var needs: Set<String> { pattern.needs }
  var clauses: [Clause] { pattern.clauses.flatMap(\.clauses) }
  var patterns: [FactPattern] { [pattern] }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let candidates = context.facts(for: pattern).map { ($0, pattern.judge($0, context)) }
      .filter { $0.1.truth != .no }
    let definite = fullest(candidates.filter { $0.1.truth == .yes }.map(\.0)) { known($0) }
    let possible = fullest(candidates.map(\.0)) { known($0) + missing($0).count }
    let truth = bound.truth(definite: definite.count, possible: possible.count)
    guard truth == .yes else {
      let unknowns = candidates.flatMap(\.1.unknowns) + missing(possible.facts).map(lacking)
      return Solution(truth: truth, unknowns: truth == .unknown ? unknowns : [])
    }
    let entries = candidates.filter { definite.facts.contains($0.0) }.flatMap(\.1.entries)
    return Solution(
      truth: .yes, ways: [Solution.Way(facts: [pattern.name: definite.facts], entries: entries)])
  }

  /// The facts that start within the span of the first of them and count most; the earliest such.
  private func fullest(
    _ facts: [ObservedFact], by count: ([ObservedFact]) -> Int
  ) -> (count: Int, facts: [ObservedFact]) {
    guard let within else { return (count(facts), facts) }
    var best: (count: Int, facts: [ObservedFact]) = (0, [])
    var end = 0
    for first in facts.indices {
      while end < facts.count, facts[end].start - facts[first].start <= within { end += 1 }
      // A window with fewer facts than the best one counts cannot count more.
      guard end - first > best.count else { continue }
      let window = Array(facts[first..<end])
      let number = count(window)
      if number > best.count { best = (number, window) }
    }
    return best
  }

  /// The facts, or the different values of the `distinct` field that are known.
  private func known(_ facts: [ObservedFact]) -> Int {
    guard let distinct else { return facts.count }
    return Set(facts.compactMap { $0.value(distinct.name)?.identity }).count
  }

  /// The facts whose value of the `distinct` field may be one more.
  private func missing(_ facts: [ObservedFact]) -> [ObservedFact] {
    guard let distinct else { return [] }
    return facts.filter { $0.value(distinct.name) == nil }
  }

  private func lacking(_ fact: ObservedFact) -> UnknownClause {
    let name = distinct?.name ?? ""
    return UnknownClause(
      text: "distinct: \(name)", span: distinct?.span ?? pattern.nameSpan,
      missing: .field(name, of: fact.fact), fact: fact)
  }

  func lowered(by lowering: inout Lowering) -> Plan {
    guard !pattern.isAcrossVessels else { return .reference }
    let (index, isWhole) = lowering.pattern(pattern)
    guard isWhole else { return .reference }
    return .count(
      pattern: index, CountPlan(distinct: distinct?.name, within: within, bound: bound))
  }

  /// Every fact, and for `distinct` every window again.
  func costs(_ model: CostModel) -> [OperatorCost] {
    let own = pattern.cost(model, "count")
    guard distinct != nil, within != nil else { return [own] }
    let near = model.facts(of: pattern, within: within)
    let windows = times(model.facts(of: pattern), near)
    return [OperatorCost(name: own.name, span: own.span, steps: plus(own.steps, windows))]
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    pattern.explain(pattern.nearest(context), context)
  }
}

extension FactValue {
  /// What makes two values count as one: a port's code or a company's number without the name.
  var identity: FactValue {
    switch self {
    case .port(let port): return .port(PortReference(code: port.code))
    case .company(let company):
      let numbered = company.number.flatMap { CompanyReference(number: $0, name: nil) }
      return .company(numbered ?? company)
    default: return self
    }
  }
}

extension RuleReader {
  fileprivate mutating func distinctField(
    _ node: YAMLNode?, of kind: FactKind
  ) -> (name: String, span: SourceSpan)? {
    node.flatMap { node in field(node, of: kind).map { ($0, node.span) } }
  }

  fileprivate mutating func countBound(_ node: YAMLNode) -> CountBound? {
    let keys = ["at_least", "at_most", "exactly"].filter { node[$0] != nil }
    guard keys.count == 1 else {
      report(
        .conflictingKeys, "`count` needs one of `at_least`, `at_most` and `exactly`",
        at: node.span)
      return nil
    }
    guard let number = integer(keys[0], of: .count, in: node) else { return nil }
    return switch keys[0] {
    case "at_least": .atLeast(number)
    case "at_most": .atMost(number)
    default: .exactly(number)
    }
  }
}
