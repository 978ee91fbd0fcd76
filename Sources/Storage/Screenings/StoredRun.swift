public import Maritime

/// A screening in the store: its inputs, and how far it has come.
public struct StoredRun: Hashable, Sendable {
  /// How far a run has come.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// It was not finished, and can be continued.
    case open
    /// Every vessel has its verdict.
    case done
    /// Another run with other inputs began before it was finished.
    case abandoned
  }

  /// Its number in this store, from 1.
  public let id: Int64
  /// The digest of everything the run depends on.
  public let inputs: String
  /// The digest of the content that names the pinned inputs.
  public let manifest: String
  /// When it began.
  public let at: UTCTime
  /// Who began it.
  public let actor: String
  /// The instant for which its verdicts hold.
  public let asOf: UTCTime
  /// How far it has come.
  public let state: State
  /// How many vessels it is to screen.
  public let vessels: Int
  /// The digest of the content that says which hull used which radio; `nil` for a run that an older
  /// version of this program made.
  public let radios: String?
}

/// A run that is to begin, or to be continued when one of the same inputs is open.
public struct RunStart: Hashable, Sendable {
  /// The digest of everything the run depends on.
  public let inputs: String
  /// The content that names the pinned inputs.
  public let manifest: String
  /// When it begins.
  public let at: UTCTime
  /// Who begins it.
  public let actor: String
  /// The instant for which its verdicts hold.
  public let asOf: UTCTime
  /// How many vessels it is to screen.
  public let vessels: Int
  /// The digest of the content that says which hull used which radio.
  public let radios: String

  /// Creates a start.
  public init(
    inputs: String, manifest: String, at: UTCTime, actor: String, asOf: UTCTime, vessels: Int,
    radios: String
  ) {
    self.inputs = inputs
    self.manifest = manifest
    self.at = at
    self.actor = actor
    self.asOf = asOf
    self.vessels = vessels
    self.radios = radios
  }
}

/// A verdict in the store.
public struct StoredVerdict: Hashable, Sendable {
  /// A rule that fired and counts.
  public struct Finding: Hashable, Sendable {
    /// The rule's id.
    public let rule: String
    /// The rule's version.
    public let version: Int
    /// The tenths of points it gives.
    public let points: Int
    /// The regimes it serves; empty for all.
    public let regimes: [String]

    /// Creates a finding.
    public init(rule: String, version: Int, points: Int, regimes: [String]) {
      self.rule = rule
      self.version = version
      self.points = points
      self.regimes = regimes
    }
  }

  /// The vessel: `imo:9074729` or `mmsi:273000001`.
  public var subject: String
  /// Its place in the run, from 0.
  public var position: Int
  /// The vessel's name, when known.
  public var name: String?
  /// What to do.
  public var disposition: Disposition
  /// The tenths of points.
  public var score: Int
  /// How many independent families of signals speak.
  public var families: Int
  /// The rules that fired and count, by rule.
  public var findings: [Finding]
  /// The digest of everything this verdict depends on.
  public var inputs: String
  /// The digest of the vessel's facts.
  public var facts: String
  /// The digest of the verdict's JSON.
  public var body: String
  /// Whether it was taken over from an earlier run with the same inputs.
  public var isCarried: Bool

  /// Creates a verdict.
  public init(
    subject: String, position: Int, name: String?, disposition: Disposition, score: Int,
    families: Int, findings: [Finding], inputs: String, facts: String, body: String,
    isCarried: Bool
  ) {
    self.subject = subject
    self.position = position
    self.name = name
    self.disposition = disposition
    self.score = score
    self.families = families
    self.findings = findings
    self.inputs = inputs
    self.facts = facts
    self.body = body
    self.isCarried = isCarried
  }
}
