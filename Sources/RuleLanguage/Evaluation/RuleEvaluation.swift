public import Maritime
public import StrictYAML

/// What one rule says about one vessel.
public struct RuleEvaluation: Sendable {
  /// A rule is true, false or cannot be decided; the last is never folded into false.
  public enum Answer: String, Hashable, Sendable {
    /// It fires.
    case fires
    /// It does not.
    case doesNotFire = "does_not_fire"
    /// Something it needs is not known.
    case unknown
  }

  /// The rule.
  public let rule: RuleHeader
  /// What it says.
  public let answer: Answer
  /// The ways in which it fired, the one to report first; empty unless it fires.
  public let matches: [RuleMatch]
  /// The clauses that could not be decided and kept the rule from an answer; empty unless unknown.
  public let undetermined: [UndeterminedClause]

  /// Creates an evaluation.
  public init(
    rule: RuleHeader, answer: Answer, matches: [RuleMatch], undetermined: [UndeterminedClause]
  ) {
    self.rule = rule
    self.answer = answer
    self.matches = matches
    self.undetermined = undetermined
  }
}

/// One way in which a rule fired.
public struct RuleMatch: Sendable {
  /// The sentence of `evidence.say`, filled in.
  public let sentence: String
  /// The facts behind it, in the order of `evidence.cite`.
  public let facts: [Fact]
  /// The watchlist entries that clauses found.
  public let listEntries: [ListEntryReference]
  /// The instant from which points fade; `nil` when they do not.
  public let decayFrom: UTCTime?
  /// When the matched behaviour began.
  public let since: UTCTime?
  /// The vessels to which the match is attributed, sorted; empty unless the rule names them.
  public let vessels: [VesselReference]
  /// What operators worked out, such as the low estimate of a sum, sorted by name.
  public let values: [Value]
  /// The values by which an exception may name the match, one tuple for each way.
  public let exceptable: [ExceptableTuple]

  /// One value that an operator worked out.
  public struct Value: Hashable, Sendable {
    /// The name of the facts and of the value: `cargo.low`.
    public let name: String
    /// The value.
    public let value: FactValue
  }

  /// Creates a match.
  public init(
    sentence: String, facts: [Fact], listEntries: [ListEntryReference], decayFrom: UTCTime?,
    since: UTCTime?, vessels: [VesselReference] = [], values: [Value] = [],
    exceptable: [ExceptableTuple] = []
  ) {
    self.exceptable = exceptable
    self.vessels = vessels
    self.values = values
    self.sentence = sentence
    self.facts = facts
    self.listEntries = listEntries
    self.decayFrom = decayFrom
    self.since = since
  }
}

/// A clause whose answer is not known, and what is missing.
public struct UndeterminedClause: Hashable, Sendable {
  /// The clause as written.
  public let clause: String
  /// Where it stands.
  public let span: SourceSpan
  /// What is missing, such as `reception of ais_gap 6f1e…` or `ofac-sdn has no dates`.
  public let missing: String
  /// The facts that the clause was asked of, when there are any.
  public let facts: [Fact]
  /// List entries that would count if their dates were known.
  public let listEntries: [ListEntryReference]

  /// Creates an undetermined clause.
  public init(
    clause: String, span: SourceSpan, missing: String, facts: [Fact],
    listEntries: [ListEntryReference]
  ) {
    self.clause = clause
    self.span = span
    self.missing = missing
    self.facts = facts
    self.listEntries = listEntries
  }
}
