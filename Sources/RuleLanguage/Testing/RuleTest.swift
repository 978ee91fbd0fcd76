import Maritime
public import StrictYAML

/// A case that an author wrote for a rule: what the vessel did, and what the rule must say.
public struct RuleTest: Sendable {
  /// The author's name for the case; a variant adds what it changes.
  public let name: String
  /// The file of the case.
  public let file: String
  /// Where the case stands.
  public let span: SourceSpan
  /// What the rule is asked about.
  public let input: EvaluationInput
  let expectation: RuleExpectation
}

/// What a case expects; what it does not mention may be anything.
struct RuleExpectation: Sendable {
  var answer: RuleEvaluation.Answer?
  var points: Points?
  var cites: [String]?
  var says: [String] = []
  var failing: [String] = []
  var disposition: Disposition?
  /// Where each key stands, for messages.
  var spans: [String: SourceSpan] = [:]
}
