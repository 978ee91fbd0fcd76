import Maritime
import StrictYAML

/// Turns clauses of a rule round until it fires.
struct WhyNotSearch {
  let rule: CompiledRule
  let input: EvaluationInput
  let polarity: ClausePolarity
  let candidates: [Clause]

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

  /// Whether the rule fires once clauses are turned round, some of them of a few facts only.
  func fires(_ clauses: [Clause], only: [ClauseSite: Set<String>] = [:]) -> Bool {
    rule.evaluate(input, probe: ClauseProbe(forced: forced(clauses), only: only)).answer == .fires
  }

  /// The first set of a size that makes the rule fire.
  func smallest(of size: Int) -> [Clause]? {
    let sets = subsets(of: candidates, size: size)
    return sets.count > Self.mostSets ? nil : sets.first { fires($0) }
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

  func forced(_ clauses: [Clause]) -> [ClauseSite: Truth] {
    Dictionary(clauses.map { ($0.site, polarity.wanted(of: $0)) }) { first, _ in first }
  }

  private func subsets(of clauses: [Clause], size: Int) -> [[Clause]] {
    guard size > 0 else { return [[]] }
    return clauses.indices.flatMap { index in
      subsets(of: Array(clauses[(index + 1)...]), size: size - 1).map { [clauses[index]] + $0 }
    }
  }
}
