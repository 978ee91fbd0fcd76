public import Maritime
public import StrictYAML

/// Why a rule does not fire: the smallest set of things that would have to be otherwise.
public struct WhyNot: Sendable {
  /// One thing that stops the rule.
  public struct Blocker: Sendable {
    /// What kind of thing it is.
    public enum Kind: String, Sendable {
      /// A clause that says no, or does not know.
      case clause
      /// A key such as `within`.
      case key
      /// A kind of fact of which there is none, whatever its clauses say.
      case fact
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// The clause or key as written, or the name of the fact.
    public let text: String
    /// Where it stands.
    public let span: SourceSpan
    /// What was seen, what is needed, and by how much they differ.
    public let reason: String
    /// The fact it was asked of, when there is one.
    public let fact: Fact?
  }

  /// What stops the rule, in file order; not empty.
  public let blockers: [Blocker]
  /// Whether the rule fires once these are turned round; if not, they are only some of the reasons.
  public let isComplete: Bool
}

extension RuleCompiler {
  /// Looks for the smallest set of clauses and keys that keep a rule from firing.
  ///
  /// Of several of one size the first in the order of the file is taken, and of several facts the
  /// one that comes nearest. Beyond three clauses the
  /// set has no member too many, but there may be a smaller one.
  ///
  /// - Returns: The reasons; `nil` when the rule fires.
  /// - Complexity: at most some thousand evaluations.
  public func whyNot(_ rule: CompiledRule, on input: EvaluationInput) -> WhyNot? {
    guard rule.evaluate(input).answer != .fires else { return nil }
    let search = WhyNotSearch(rule: rule, input: input, polarity: ClausePolarity(rule.document))
    if let found = search.smallest(of: 1) { return search.whyNot(found) }
    let keys = KeyClause.all(in: rule.document).filter { !$0.countsConditions }.compactMap { key in
      key.always.flatMap { compile(variant: $0, of: rule) }.map { (key, $0) }
    }
    let loosened = keys.map { key, variant in
      (key, WhyNotSearch(rule: variant, input: input, polarity: search.polarity))
    }
    for (key, variant) in loosened where variant.fires([]) {
      return variant.whyNot([], key: key)
    }
    for size in 2...3 {
      if let found = search.smallest(of: size) { return search.whyNot(found) }
      for (key, variant) in loosened {
        if let found = variant.smallest(of: size - 1) { return variant.whyNot(found, key: key) }
      }
    }
    if let found = search.withoutSpare() { return search.whyNot(found) }
    for (key, variant) in loosened {
      if let found = variant.withoutSpare() { return variant.whyNot(found, key: key) }
    }
    return search.whyNotWithoutFacts()
  }
}
