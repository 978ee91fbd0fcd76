import Maritime
public import RuleLanguage

/// The points that the findings of one group give together.
public struct GroupPoints: Hashable, Sendable {
  /// The group.
  public let group: String
  /// The sum of the findings' points.
  public let sum: Points
  /// The most the group can give.
  public let cap: Points

  /// What counts: the sum, up to the cap.
  public var counted: Points { min(sum, cap) }
}

/// How points become a score, a band and a disposition.
struct ScoreCard {
  let groups: [GroupPoints]
  let score: Points
  let level: RiskLevel
  /// The groups that are strong enough to support one another.
  let families: [String]
  private let policy: Policy

  init(_ points: [(group: String, points: Points)], policy: Policy) {
    let sums = Dictionary(points.map { ($0.group, $0.points) }, uniquingKeysWith: +)
    groups = sums.sorted { $0.key < $1.key }.map { group, sum in
      GroupPoints(group: group, sum: sum, cap: policy.cap(of: group))
    }
    score = min(groups.map(\.counted).reduce(.zero, +), Points(100))
    level = policy.level(of: score)
    families = groups.filter { $0.counted >= policy.corroboration.atLeast }.map(\.group)
    self.policy = policy
  }

  /// Whether enough independent groups speak for an alert.
  var isCorroborated: Bool { families.count >= policy.corroboration.families }

  /// What the points alone would have us do.
  var disposition: Disposition {
    switch level {
    case .minimal: .clear
    case .low: .monitor
    case .elevated: .review
    case .high: isCorroborated ? .escalate : .review
    }
  }
}
