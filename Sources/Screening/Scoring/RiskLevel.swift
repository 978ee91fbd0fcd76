/// The band in which the risk points of a vessel lie.
public enum RiskLevel: String, Hashable, Sendable, CaseIterable {
  /// Below the policy's `monitor`.
  case minimal
  /// From `monitor`.
  case low
  /// From `review`.
  case elevated
  /// From `escalate`.
  case high
}
