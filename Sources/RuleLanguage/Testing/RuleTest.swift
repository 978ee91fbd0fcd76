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
  /// What was written, for tools that look for further cases.
  let source: RuleTestSource
}

/// How a case is written: a mapping, in a variant with what it changes of the case before it.
struct RuleTestSource: Sendable {
  /// The case with its changes made.
  let document: YAMLNode
  /// The name of the case that a variant belongs to; its own for a case.
  let caseName: String
  /// What a variant changes; empty for a case.
  let changes: [RuleTestChange]
}

/// A value of a case that a variant sets or, for `nil`, leaves out.
struct RuleTestChange: Hashable, Sendable {
  let path: String
  let value: YAMLNode?
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
