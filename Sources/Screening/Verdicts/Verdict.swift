public import Maritime
public import RuleLanguage

/// What to do about one vessel, why, and what that rests on.
public struct Verdict: Sendable {
  /// The vessel, as it was on the as-of date; of a company only its name.
  public let subject: VesselState
  /// The instant for which the verdict holds.
  public let asOf: UTCTime
  /// The instant up to which lists were known.
  public let knownAsOf: UTCTime
  /// The regimes the user chose, sorted; empty for all.
  public let regimes: [String]
  /// What to do.
  public let disposition: Disposition
  /// One sentence that says what decided.
  public let reason: String
  /// The risk points, 0 to 100.
  public let score: Points
  /// The band in which the points lie.
  public let level: RiskLevel
  /// The beginning of the earliest behaviour or designation that counts; `nil` when none does.
  public let riskySince: UTCTime?
  /// The findings that forbid a deal, sorted by rule; they are among `findings` too.
  public let gates: [Finding]
  /// The rules that fired, most points first, then by rule; shadow rules are among them.
  public let findings: [Finding]
  /// How the points of the findings came together, sorted by group.
  public let groups: [GroupPoints]
  /// What could not be determined, those that keep the verdict from `clear` first.
  public let undetermined: [Undetermined]
  /// Findings that an exception keeps from counting, by rule.
  public let suppressed: [SuppressedFinding]
  /// Exceptions that name a finding and suppress nothing, and why; by rule.
  public let lapsedExceptions: [LapsedException]
  /// Entries that may be meant and that a decision sets aside, those of the vessel first.
  public let setAside: [SetAsideCandidate]
  /// Decisions about entries that may be meant which do not hold, and why.
  public let lapsedDecisions: [LapsedDecision]
  /// Everything that was checked.
  public let checked: CheckedRecord
  /// When fading points alone will change the disposition; `nil` when they will not in ten years.
  public let nextChange: NextChange?
  /// The digests of everything the verdict depends on.
  public let digests: VerdictDigests
  /// Who stands above a company, and its vessels; `nil` in a verdict on a vessel.
  public var company: CompanyRecord?

  /// The findings that count: all but those of shadow rules.
  public var countedFindings: [Finding] { findings.filter(\.counts) }
}

/// A day on which the same facts will have another disposition, because points fade.
public struct NextChange: Hashable, Sendable {
  /// The first such day.
  public let date: UTCTime
  /// The disposition from then on.
  public let disposition: Disposition
}

/// The digests of everything a verdict depends on.
public struct VerdictDigests: Hashable, Sendable {
  /// The version of the program.
  public let engine: String
  /// Over the meaning of every rule that was evaluated.
  public let rules: String
  /// Over the bytes of the policy file.
  public let policy: String
  /// Over the ids and digests of the lists.
  public let lists: String
  /// Over the ids of the vessel's facts.
  public let facts: String
  /// Over the ports and zones.
  public let gazetteer: String
  /// Over every exception, whether or not it names a finding.
  public let exceptions: String
  /// Over every decision about entries, whether or not it names one that may be meant.
  public let decisions: String
}
