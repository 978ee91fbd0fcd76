public import Maritime
public import RuleLanguage

/// A rule that fired, with what it rests on.
public struct Finding: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// The rule's version.
  public let version: Int
  /// The rule's title.
  public let title: String
  /// How far the rule has come; a shadow rule is shown and does not count.
  public let status: RuleHeader.Status
  /// How bad it is.
  public let severity: RuleHeader.Severity
  /// The regimes the rule serves; empty for all.
  public let regimes: [String]
  /// The laws and guidance the rule follows.
  public let references: [String]
  /// Known harmless explanations, for whoever reviews the finding.
  public let falsePositives: [String]
  /// The group within which the points are capped.
  public let group: String
  /// The points after fading, before the group's cap.
  public let points: Points
  /// The least severe disposition the rule allows.
  public let floor: Disposition?
  /// Whether the rule could not be decided and counts as fired because it says so.
  public let isAssumed: Bool
  /// What happened, one sentence for each match, the one to read first in front.
  public let sentences: [String]
  /// The facts behind the sentences, without repeats.
  public let facts: [Fact]
  /// The watchlist entries behind the sentences, without repeats.
  public let listEntries: [ListEntryReference]
  /// When the behaviour or the designation began.
  public let since: UTCTime?

  /// Whether the finding has a say in the disposition.
  public var counts: Bool { status != .shadow }

  /// Whether the finding forbids a deal.
  public var isGate: Bool { counts && floor == .prohibited }
}

extension Finding {
  /// Makes the finding of a rule that fired.
  init(_ evaluation: RuleEvaluation, at now: UTCTime) {
    let matches = evaluation.matches
    let points = evaluation.rule.score.points(of: matches, at: now)
    self.init(
      rule: evaluation.rule, points: points, isAssumed: false,
      sentences: matches.map(\.sentence).withoutRepeats,
      facts: matches.flatMap(\.facts).withoutRepeats,
      listEntries: matches.flatMap(\.listEntries).withoutRepeats,
      since: matches.compactMap { $0.since ?? $0.earliestListing }.min())
  }

  /// Makes the finding of a rule that could not be decided and asks to count all the same.
  init(assuming evaluation: RuleEvaluation) {
    let missing = evaluation.undetermined.map(\.missing).withoutRepeats.joined(separator: "; ")
    self.init(
      rule: evaluation.rule, points: Points(evaluation.rule.score.points), isAssumed: true,
      sentences: ["Counted as if it had happened, because it could not be determined: \(missing)."],
      facts: evaluation.undetermined.flatMap(\.facts).withoutRepeats,
      listEntries: evaluation.undetermined.flatMap(\.listEntries).withoutRepeats, since: nil)
  }

  private init(
    rule: RuleHeader, points: Points, isAssumed: Bool, sentences: [String], facts: [Fact],
    listEntries: [ListEntryReference], since: UTCTime?
  ) {
    let counts = rule.status != .shadow
    self.init(
      rule: rule.id, version: rule.version, title: rule.title, status: rule.status,
      severity: rule.severity, regimes: rule.regimes, references: rule.references,
      falsePositives: rule.falsePositives, group: rule.score.group,
      points: counts ? points : .zero, floor: rule.floor, isAssumed: isAssumed,
      sentences: sentences, facts: facts, listEntries: listEntries, since: since)
  }
}

extension RuleMatch {
  fileprivate var earliestListing: UTCTime? { listEntries.compactMap(\.listedFrom).min() }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
