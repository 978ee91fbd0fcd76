import Maritime
import StrictYAML

extension Lint {
  static let subsumedRule = Lint(
    "W59", id: "subsumed-rule",
    summary: "A rule should find or weigh something that no other rule does.",
    rationale: """
      Another rule fires whenever this one does, with at least its points, floor and regimes in \
      the same group: this one never changes a verdict. Only rules about a single fact are \
      compared.
      """,
    bad: """
      # beside a rule with `port in @ports/dprk` and as many points
      match:
        fact: {as: call, fact: port_call, where: [port == KPNAM]}
      """,
    good: """
      # beside a rule with `port in @ports/dprk` and fewer points
      match:
        fact: {as: call, fact: port_call, where: [port == KPNAM]}
      """
  ) { rule, library in
    guard let own = rule.singleFact, rule.isStable else { return [] }
    let wider = library.rules.first { other in
      guard other.header.id != rule.header.id, other.isStable, let theirs = other.singleFact
      else { return false }
      return theirs.kind == own.kind && other.weighs(atLeast: rule)
        && theirs.meanings.allSatisfy { wanted in own.meanings.contains { $0.implies(wanted) } }
        && !(own.meanings.allSatisfy { wanted in theirs.meanings.contains { $0.implies(wanted) } })
    }
    return wider.map { other in
      [
        LintFinding(
          "the rule fires only when `\(other.header.id)` does, and weighs no more",
          at: rule.keySpan("match"), help: "delete it, or give it more points or a floor")
      ]
    } ?? []
  }
}

extension LintedRule {
  /// The kind and clauses of a rule that asks for one fact and nothing else.
  fileprivate var singleFact: (kind: String, meanings: [ClauseMeaning])? {
    guard node("unless") == nil, operators.count(where: { $0["fact"]?.text != nil }) == 1,
      let kind = operators.lazy.compactMap({ $0["fact"]?.text }).first,
      let match = root["match"], match["fact"] != nil, (match.entries?.count ?? 0) <= 3,
      lists.count == 1, let list = lists.first, list.members.count == list.ownClauses.count,
      match.entries?.allSatisfy({ ["fact", "as", "where"].contains($0.key) }) == true
    else { return nil }
    return (kind, list.ownClauses.map(\.meaning))
  }

  /// Whether a finding of this rule counts at least as much as one of the other.
  fileprivate func weighs(atLeast other: LintedRule) -> Bool {
    let (a, b) = (header, other.header)
    let coversRegimes =
      a.regimes.isEmpty || !b.regimes.isEmpty && Set(b.regimes).isSubset(of: a.regimes)
    return coversRegimes && a.score.group == b.score.group && a.score.points >= b.score.points
      && (a.floor ?? .clear) >= (b.floor ?? .clear) && a.lookbackMonths >= b.lookbackMonths
  }
}
