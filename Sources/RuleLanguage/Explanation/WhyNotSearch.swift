import Maritime
import StrictYAML

/// Turns clauses of a rule round until it fires.
struct WhyNotSearch {
  let rule: CompiledRule
  let input: EvaluationInput
  let polarity: ClausePolarity
  private let candidates: [Clause]

  /// More sets of three than this are not tried one by one (our own default).
  private static let mostSets = 3000

  init(rule: CompiledRule, input: EvaluationInput, polarity: ClausePolarity) {
    self.rule = rule
    self.input = input
    self.polarity = polarity
    let probe = ClauseProbe()
    _ = rule.evaluate(input, probe: probe)
    let answers = probe.answers
    // A clause that said everywhere what is wanted stops nothing.
    candidates = rule.condition.clauses.filter { clause in
      answers[clause.site].map { $0 != SeenTruths(polarity.wanted(of: clause)) } ?? true
    }
  }

  func fires(_ clauses: [Clause]) -> Bool {
    rule.evaluate(input, probe: ClauseProbe(forced: forced(clauses))).answer == .fires
  }

  /// The first set of a size that makes the rule fire.
  func smallest(of size: Int) -> [Clause]? {
    let sets = subsets(of: candidates, size: size)
    return sets.count > Self.mostSets ? nil : sets.first(where: fires)
  }

  /// A set that makes the rule fire and of which no member can be spared.
  func withoutSpare() -> [Clause]? {
    guard fires(candidates) else { return nil }
    var kept = candidates
    for clause in candidates {
      let fewer = kept.filter { $0.site != clause.site }
      if fires(fewer) { kept = fewer }
    }
    return kept
  }

  private func forced(_ clauses: [Clause]) -> [ClauseSite: Truth] {
    Dictionary(clauses.map { ($0.site, polarity.wanted(of: $0)) }) { first, _ in first }
  }

  private func subsets(of clauses: [Clause], size: Int) -> [[Clause]] {
    guard size > 0 else { return [[]] }
    return clauses.indices.flatMap { index in
      subsets(of: Array(clauses[(index + 1)...]), size: size - 1).map { [clauses[index]] + $0 }
    }
  }
}

extension WhyNotSearch {
  /// Tells what a set of clauses, and perhaps a key, would need.
  func whyNot(_ clauses: [Clause], key: KeyClause? = nil) -> WhyNot {
    var context = EvaluationContext(input, lookbackMonths: rule.header.lookbackMonths)
    context.probe = ClauseProbe(forced: forced(clauses))
    let way = rule.condition.solve(context).ways.first ?? Solution.Way()
    context.probe = nil
    let inner = context.with(way.single)
    var blockers = clauses.map { blocker($0, way, inner) }
    if let key {
      blockers.append(
        WhyNot.Blocker(
          kind: .key, text: key.text, span: key.span, reason: reason(of: key, way), fact: nil))
    }
    return WhyNot(
      blockers: blockers.sorted { $0.span.start < $1.span.start }, isComplete: true)
  }

  /// The kinds of fact that are missing altogether, or every clause that was not as wanted.
  func whyNotWithoutFacts() -> WhyNot {
    let context = EvaluationContext(input, lookbackMonths: rule.header.lookbackMonths)
    let missing = rule.condition.patterns.filter { context.facts(for: $0).isEmpty }
    var seen: Set<String> = []
    let blockers = missing.filter { seen.insert($0.kind.name).inserted }.map {
      WhyNot.Blocker(
        kind: .fact, text: $0.kind.name, span: $0.nameSpan,
        reason: "there is no \($0.kind.name) in the window", fact: nil)
    }
    guard blockers.isEmpty else { return WhyNot(blockers: blockers, isComplete: false) }
    let outcomes = rule.explain(input).filter { $0.answer != .yes }
    return WhyNot(
      blockers: outcomes.map {
        WhyNot.Blocker(
          kind: .clause, text: $0.clause, span: $0.span,
          reason: $0.values.joined(separator: ", "), fact: $0.fact)
      }, isComplete: false)
  }

  /// Shows the clause on the fact of the match that comes nearest to what it asks.
  private func blocker(
    _ clause: Clause, _ way: Solution.Way, _ context: EvaluationContext
  ) -> WhyNot.Blocker {
    let wanted = polarity.wanted(of: clause)
    let pattern = rule.condition.patterns.first { pattern in
      pattern.clauses.contains { $0.clauses.contains { $0.site == clause.site } }
    }
    let facts = pattern.map { pattern in
      way.facts[pattern.name] ?? context.facts(for: pattern)
    }
    guard let facts else {
      let margin = ClauseEvaluator(context: context, current: nil).margin(of: clause, wanted)
      return blocker(clause, margin, nil)
    }
    let margins = facts.map { fact in
      (fact, ClauseEvaluator(context: context, current: fact).margin(of: clause, wanted))
    }.filter { !$0.1.isMet }
    guard let nearest = margins.min(by: { $0.1.size < $1.1.size }) else {
      return blocker(clause, ClauseMargin(text: "it is not as it should be", size: 0), nil)
    }
    return blocker(clause, nearest.1, nearest.0.fact)
  }

  private func blocker(
    _ clause: Clause, _ margin: ClauseMargin, _ fact: Fact?
  ) -> WhyNot.Blocker {
    WhyNot.Blocker(
      kind: .clause, text: clause.text, span: clause.span, reason: margin.text, fact: fact)
  }

  private func reason(of key: KeyClause, _ way: Solution.Way) -> String {
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
