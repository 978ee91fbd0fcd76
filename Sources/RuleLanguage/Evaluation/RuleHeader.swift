public import Maritime
public import StrictYAML

/// What a rule says about itself, apart from its conditions.
public struct RuleHeader: Hashable, Sendable {
  /// How far a rule has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Being written; compiled and tested, never evaluated in a screening.
    case draft
    /// Evaluated, explained and shown, with 0 points.
    case shadow
    /// Counts.
    case stable
    /// Counts, and says that it will go.
    case deprecated
  }

  /// What a rule is about.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// One vessel at a time.
    case vessel
    /// One company at a time.
    case company
    /// One port at a time.
    case port
    /// All vessels together.
    case program
  }

  /// How bad it is when a rule fires.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// For information.
    case info
    /// Weak on its own.
    case low
    /// Worth a question.
    case medium
    /// Worth a review.
    case high
    /// Close to or beyond a legal prohibition.
    case critical
  }

  /// What a screening does when a rule cannot be decided.
  public enum OnUnknown: Hashable, Sendable {
    /// The verdict cannot be clear: a person should look.
    case review
    /// The rule is listed as undetermined and changes nothing else, for the reason given.
    case skip(reason: String)
    /// The rule counts as if it had fired.
    case fire
  }

  /// The points a rule gives.
  public struct Score: Hashable, Sendable {
    /// The points of the first match, 0 to 100.
    public let points: Int
    /// The points of every further match.
    public let perExtra: Int
    /// The most the rule can give.
    public let max: Int
    /// How points fade with age; `nil` for never.
    public let decay: Decay?
    /// The group within which points are capped.
    public let group: String

    /// Creates a score.
    public init(points: Int, perExtra: Int = 0, max: Int? = nil, decay: Decay?, group: String) {
      self.points = points
      self.perExtra = perExtra
      self.max = max ?? Swift.max(points, 0)
      self.decay = decay
      self.group = group
    }
  }

  /// How points fade with age.
  public struct Decay: Hashable, Sendable {
    /// The time in which they halve, in milliseconds.
    public let halfLife: Int64
    /// The step and field from which age counts, as written: `call.end`.
    public let from: String

    /// Creates a decay.
    public init(halfLife: Int64, from: String) {
      self.halfLife = halfLife
      self.from = from
    }
  }

  /// The name, in kebab case; the file has it too.
  public var id: String
  /// Raised by the author with every change of meaning.
  public var version: Int
  /// One line for people.
  public var title: String
  /// How far the rule has come.
  public var status: Status
  /// How bad it is when it fires.
  public var severity: Severity
  /// Who answers for the rule.
  public var owner: String?
  /// The behaviours it looks for, in kebab case.
  public var typology: [String]
  /// The sanctions regimes it serves; empty for all.
  public var regimes: [String]
  /// Laws and guidance that the rule follows.
  public var references: [String]
  /// How far back it looks, in calendar months.
  public var lookbackMonths: Int
  /// What happens when it cannot be decided.
  public var onUnknown: OnUnknown
  /// The points it gives.
  public var score: Score
  /// The least severe disposition once it fires.
  public var floor: Disposition?
  /// Known harmless explanations.
  public var falsePositives: [String]
  /// Where the rule stands.
  public var file: String
  /// The place of the rule's first key.
  public var span: SourceSpan
  /// A digest of the meaning: comments and layout leave it unchanged.
  public var digest: String
  /// What the rule is about.
  public var subject: Subject

  /// Creates a header; `RuleCompiler` makes them from texts.
  public init(
    id: String, version: Int, title: String, status: Status, severity: Severity, owner: String?,
    typology: [String], regimes: [String], references: [String], lookbackMonths: Int,
    onUnknown: OnUnknown, score: Score, floor: Disposition?, falsePositives: [String],
    file: String, span: SourceSpan, digest: String, subject: Subject = .vessel
  ) {
    self.subject = subject
    self.id = id
    self.version = version
    self.title = title
    self.status = status
    self.severity = severity
    self.owner = owner
    self.typology = typology
    self.regimes = regimes
    self.references = references
    self.lookbackMonths = lookbackMonths
    self.onUnknown = onUnknown
    self.score = score
    self.floor = floor
    self.falsePositives = falsePositives
    self.file = file
    self.span = span
    self.digest = digest
  }
}
