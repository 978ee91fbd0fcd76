public import StrictYAML

/// Which answers the cases of a rule showed of each of its clauses.
public struct RuleCoverage: Sendable {
  /// One clause, or one key such as `within` that decides like one.
  public struct Clause: Hashable, Sendable {
    /// The clause as written; `within: 21d` for a key.
    public let text: String
    /// Where it stands.
    public let span: SourceSpan
    /// Whether it is a key and not a clause of a list.
    public let isKey: Bool
    /// Whether some fact or combination of facts made it true.
    public let isSeenTrue: Bool
    /// Whether some fact or combination of facts made it false.
    public let isSeenFalse: Bool
    /// Whether it was unknown once; `nil` when nothing that it looks at can be missing.
    public let isSeenUnknown: Bool?
    /// Whether in some case the rule answers otherwise when this clause alone is turned round.
    public let isDecisive: Bool

    /// Whether it was seen both true and false.
    public var isSeenBothWays: Bool { isSeenTrue && isSeenFalse }
  }

  /// What the rule says of itself.
  public let header: RuleHeader
  /// How many cases were run, variants included.
  public let cases: Int
  /// The clauses, in file order.
  public let clauses: [Clause]
  /// The keys of the rule whose lines show its clauses: `match` and, when there is one, `unless`.
  public let spans: [SourceSpan]
}

extension RuleCompiler {
  /// Measures what the cases of a rule show of its clauses.
  ///
  /// Clauses are asked of every fact and every combination that the evaluator looks at, not only of
  /// the match that is reported. A key such as `within` counts as true when a case depends on its
  /// holding, and as false when a case depends on its not holding. Where it cannot be written so
  /// that it never holds, a case that fires shows it true, and the other way round.
  ///
  /// - Complexity: two evaluations of each case for each clause and key.
  public func coverage(of rule: CompiledRule) -> RuleCoverage {
    let clauses = CoverageRun(rule: rule).clauses() + keyCoverage(of: rule)
    let spans = (rule.document.entries ?? []).filter { ["match", "unless"].contains($0.key) }
      .map { SourceSpan(start: $0.keySpan.start, end: $0.value.span.end) }
    return RuleCoverage(
      header: rule.header, cases: rule.tests.count,
      clauses: clauses.sorted { $0.span.start < $1.span.start }, spans: spans)
  }

  private func keyCoverage(of rule: CompiledRule) -> [RuleCoverage.Clause] {
    let answers = rule.tests.map { rule.evaluate($0.input).answer }
    return KeyClause.all(in: rule.document).map { key in
      let whenFailing = key.never.flatMap { self.answers(of: $0, rule) }
      let whenHolding = key.always.flatMap { self.answers(of: $0, rule) }
      let isTrue = answers.isShown(.fires, by: whenFailing, isTurnedRound: key.isTurnedRound)
      let isFalse = answers.isShown(.doesNotFire, by: whenHolding, isTurnedRound: key.isTurnedRound)
      return RuleCoverage.Clause(
        text: key.text, span: key.span, isKey: true, isSeenTrue: isTrue, isSeenFalse: isFalse,
        isSeenUnknown: nil, isDecisive: isTrue || isFalse)
    }
  }

  /// What a changed rule answers in the cases; `nil` when the change is a mistake.
  private func answers(
    of document: YAMLNode, _ rule: CompiledRule
  ) -> [RuleEvaluation.Answer]? {
    compile(variant: document, of: rule).map { variant in
      rule.tests.map { variant.evaluate($0.input).answer }
    }
  }
}

extension [RuleEvaluation.Answer] {
  /// Whether some case has this answer because of a key that is written otherwise in `changed`.
  fileprivate func isShown(
    _ answer: RuleEvaluation.Answer, by changed: [RuleEvaluation.Answer]?, isTurnedRound: Bool
  ) -> Bool {
    guard let changed else { return contains(answer) }
    guard isTurnedRound else { return zip(self, changed).contains { $0 != $1 } }
    let opposite: RuleEvaluation.Answer = answer == .fires ? .doesNotFire : .fires
    return zip(self, changed).contains { $0 == answer && $1 == opposite }
  }
}

/// Runs the cases of a rule and turns its clauses round, one at a time.
private struct CoverageRun {
  let rule: CompiledRule

  func clauses() -> [RuleCoverage.Clause] {
    var seen: [ClauseSite: SeenTruths] = [:]
    var decisive: Set<ClauseSite> = []
    for test in rule.tests {
      let probe = ClauseProbe()
      let answer = rule.evaluate(test.input, probe: probe).answer
      for (site, truths) in probe.answers {
        seen[site, default: []].formUnion(truths)
        if !decisive.contains(site), decides(site, truths, answer, test) { decisive.insert(site) }
      }
    }
    let optional = OptionalClauses(rule)
    return rule.condition.clauses.map { clause in
      let truths = seen[clause.site] ?? []
      return RuleCoverage.Clause(
        text: clause.text, span: clause.span, isKey: false,
        isSeenTrue: truths.contains(.yes), isSeenFalse: truths.contains(.no),
        isSeenUnknown: optional.canBeUnknown(clause) ? truths.contains(.unknown) : nil,
        isDecisive: decisive.contains(clause.site))
    }
  }

  /// Whether the case comes out the other way when the clause alone does.
  private func decides(
    _ site: ClauseSite, _ seen: SeenTruths, _ answer: RuleEvaluation.Answer, _ test: RuleTest
  ) -> Bool {
    guard answer != .unknown else { return false }
    let opposite: RuleEvaluation.Answer = answer == .fires ? .doesNotFire : .fires
    let turned: [Truth] = (seen == .yes ? [] : [.yes]) + (seen == .no ? [] : [.no])
    return turned.contains { truth in
      rule.evaluate(test.input, probe: ClauseProbe(forced: [site: truth])).answer == opposite
    }
  }
}
