import Maritime
import StrictYAML

extension WhyNotSearch {
  /// Tells what a set of clauses, and perhaps a key, would need.
  func whyNot(_ clauses: [Clause], key: KeyClause? = nil) -> WhyNot {
    let needed = nearestFacts(clauses)
    let context = context(forcing: clauses, needed)
    let way = rule.condition.solve(context).ways.first ?? Solution.Way()
    var inner = context.with(way.single)
    inner.probe = nil
    var blockers = clauses.map { blocker($0, needed[$0.site] ?? [], inner) }
    if let key { blockers.append(blocker(key, way)) }
    return WhyNot(
      blockers: blockers.sorted { $0.span.start < $1.span.start }, isComplete: true)
  }

  /// The kinds of fact that are missing altogether, or every clause that was not as wanted.
  func whyNotWithoutFacts() -> WhyNot {
    var seen: Set<String> = []
    let blockers = rule.condition.patterns.filter { !polarity.isAgainst($0.nameSpan) }
      .filter { seen.insert($0.kind.name).inserted }
      .compactMap { pattern in absence(of: pattern).map { blocker(pattern, $0) } }
    guard blockers.isEmpty else { return WhyNot(blockers: blockers, isComplete: false) }
    let outcomes = rule.explain(input).filter { $0.answer != .yes }
    return WhyNot(
      blockers: outcomes.map {
        WhyNot.Blocker(
          kind: .clause, text: $0.clause, span: $0.span,
          reason: $0.values.joined(separator: ", "), fact: $0.fact)
      }, isComplete: false)
  }

  private func blocker(_ pattern: FactPattern, _ reason: String) -> WhyNot.Blocker {
    WhyNot.Blocker(
      kind: .fact, text: pattern.kind.name, span: pattern.nameSpan, reason: reason, fact: nil)
  }

  /// That a pattern has nothing to look at; `nil` when it has.
  private func absence(of pattern: FactPattern) -> String? {
    let context = EvaluationContext(input, lookbackMonths: rule.header.lookbackMonths)
    guard context.facts(for: pattern).isEmpty else { return nil }
    let facts = pattern.isAcrossVessels ? input.fleet.facts(of: pattern.kind) : input.facts
    let ends = facts.filter { $0.kind == pattern.kind && $0.header.span.start < context.now }
      .map { $0.header.span.end ?? context.now }
    guard let end = ends.max() else { return "there is no \(pattern.kind.name) at all" }
    return "there is no \(pattern.kind.name) after \(context.windowStart.minuteDescription); "
      + "the last one ended on \(end.minuteDescription)"
  }

  /// The key, or that there is nothing it could count.
  private func blocker(_ key: KeyClause, _ way: Solution.Way) -> WhyNot.Blocker {
    let pattern = rule.condition.patterns.first { key.owner.contains($0.nameSpan.start) }
    if let pattern, let absence = absence(of: pattern) {
      return blocker(pattern, "\(absence); the rule asks for `\(key.text)`")
    }
    return WhyNot.Blocker(
      kind: .key, text: key.text, span: key.span, reason: reason(of: key, way), fact: nil)
  }

  private func reason(of key: KeyClause, _ way: Solution.Way) -> String {
    let outcomes = rule.explain(input).filter { $0.fact == nil && !$0.values.isEmpty }
    if let own = outcomes.first(where: { key.owner.contains($0.span.start) && $0.isOfKey }) {
      return "\(own.values.joined(separator: ", ")); needs `\(key.text)`"
    }
    let facts = way.facts.values.joined().sorted()
    if key.text.hasPrefix("within"), let first = facts.map(\.start).min(),
      let last = facts.map(\.end).max(), facts.count > 1
    {
      let length = Quantity.duration(milliseconds: last - first)
      return "from the first to the last it takes \(length); needs `\(key.text)`"
    }
    if key.text.hasPrefix("at_") || key.text.hasPrefix("exactly") {
      return "\(facts.count) found; needs `\(key.text)`"
    }
    return "the facts do not stand to one another as `\(key.text)` asks"
  }
}

extension WhyNotSearch {
  /// The facts of which a clause has to say something else, the nearest first.
  ///
  /// Usually one will do. A count may need several, and `none` needs all.
  private func nearestFacts(_ clauses: [Clause]) -> [ClauseSite: [ObservedFact]] {
    var needed: [ClauseSite: [ObservedFact]] = [:]
    for clause in clauses {
      guard let pattern = pattern(of: clause) else { continue }
      let context = context(forcing: clauses, needed)
      let way = rule.condition.solve(context).ways.first ?? Solution.Way()
      var inner = context.with(way.single)
      inner.probe = nil
      // A contact of the next vessel is none of the subject's facts.
      let found = way.facts.values.joined().filter { $0.fact.kind == pattern.kind }
      let facts = unmet(clause, Set(context.facts(for: pattern) + found).sorted(), inner)
      let sets = facts.map { [$0] } + facts.indices.dropFirst().map { Array(facts[...$0]) }
      needed[clause.site] = sets.first { fires(clauses, needed, and: clause, of: $0) }
    }
    return needed
  }

  private func pattern(of clause: Clause) -> FactPattern? {
    rule.condition.patterns.first { pattern in
      pattern.clauses.contains { $0.clauses.contains { $0.site == clause.site } }
    }
  }

  /// More facts than the nearest so many are not tried one by one (our own default).
  private static let mostFacts = 100

  /// The facts of which a clause does not say what is wanted, the nearest and the latest first.
  private func unmet(
    _ clause: Clause, _ facts: [ObservedFact], _ context: EvaluationContext
  ) -> [ObservedFact] {
    let wanted = polarity.wanted(of: clause)
    let margins = facts.reversed().map { fact in
      (fact, ClauseEvaluator(context: context, current: fact).margin(of: clause, wanted))
    }.filter { !$0.1.isMet }
    return margins.enumerated().sorted {
      ($0.element.1.size, $0.offset) < ($1.element.1.size, $1.offset)
    }.prefix(Self.mostFacts).map(\.element.0)
  }

  private func fires(
    _ clauses: [Clause], _ needed: [ClauseSite: [ObservedFact]], and clause: Clause,
    of facts: [ObservedFact]
  ) -> Bool {
    var needed = needed
    needed[clause.site] = facts
    return fires(clauses, only: needed.mapValues { Set($0.map(\.fact.id)) })
  }

  private func context(
    forcing clauses: [Clause], _ needed: [ClauseSite: [ObservedFact]]
  ) -> EvaluationContext {
    var context = EvaluationContext(input, lookbackMonths: rule.header.lookbackMonths)
    context.probe = ClauseProbe(
      forced: forced(clauses), only: needed.mapValues { Set($0.map(\.fact.id)) })
    return context
  }

  /// Shows the clause on the nearest of the facts that it needs.
  private func blocker(
    _ clause: Clause, _ facts: [ObservedFact], _ context: EvaluationContext
  ) -> WhyNot.Blocker {
    let evaluator = ClauseEvaluator(context: context, current: facts.first)
    let margin =
      facts.isEmpty && pattern(of: clause) != nil
      ? ClauseMargin(text: "it is not as it should be")
      : evaluator.margin(of: clause, polarity.wanted(of: clause))
    let more =
      facts.count > 1 ? "; \(facts.count) facts must be otherwise, of which this is nearest" : ""
    return WhyNot.Blocker(
      kind: .clause, text: clause.text, span: clause.span, reason: margin.text + more,
      fact: facts.first?.fact)
  }
}
