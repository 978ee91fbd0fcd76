public import RuleLanguage

/// A rule as a screening needs it: what it says of itself, and its answer for a vessel.
public struct ScreeningRule: Sendable {
  /// What the rule says of itself.
  public let header: RuleHeader
  /// The rule's answer.
  public let evaluate: @Sendable (EvaluationInput) -> RuleEvaluation
  /// What the compiler made of a file; such rules are decided for many vessels at once.
  let compiled: CompiledRule?

  /// Creates a rule.
  public init(
    header: RuleHeader, evaluate: @escaping @Sendable (EvaluationInput) -> RuleEvaluation
  ) {
    self.header = header
    self.evaluate = evaluate
    compiled = nil
  }

  /// Creates the rule that the compiler made of a file.
  public init(_ rule: CompiledRule) {
    header = rule.header
    evaluate = { rule.evaluate($0) }
    compiled = rule
  }
}
