import Maritime
public import RuleLanguage

/// A finding that an exception keeps from counting: no points, no floor, no gate.
public struct SuppressedFinding: Hashable, Sendable {
  /// What was found, with 0 points.
  public let finding: Finding
  /// Who decided that it does not count, why and until when.
  public let exception: RuleException
}

extension SuppressedFinding {
  init(_ rule: RuleHeader, _ matches: [RuleMatch], _ exception: RuleException, at now: UTCTime) {
    var header = rule
    header.score = RuleHeader.Score(points: 0, decay: nil, group: rule.score.group)
    finding = Finding(
      RuleEvaluation(rule: header, answer: .fires, matches: matches, undetermined: []), at: now)
    self.exception = exception
  }
}
