public import Maritime

/// When a company counts as belonging to those whose assets a regime freezes.
///
/// `Rules/policy.yaml` cites the guidance behind each.
public struct OwnershipCriterion: Hashable, Sendable {
  /// Whether exactly the share is enough.
  public enum Exactly: Hashable, Sendable {
    /// It is enough.
    case isEnough
    /// It is enough from this instant on.
    case isEnoughFrom(UTCTime)
    /// Only more is enough.
    case isTooLittle
  }

  /// Whose shares are added up.
  public enum Together: String, Hashable, Sendable, CaseIterable {
    /// Those of all designated holders.
    case all
    /// Those of one designated person, held directly and through companies that are its own; and
    /// those of holders who act together.
    case joint
  }

  /// The share, in millionths.
  public var share: Int64
  /// Whether exactly that share is enough.
  public var exactly: Exactly
  /// Whose shares are added up.
  public var together: Together
  /// Whether control without shares is enough.
  public var control: Bool

  /// Creates a criterion.
  public init(share: Int64, exactly: Exactly, together: Together, control: Bool) {
    self.share = share
    self.exactly = exactly
    self.together = together
    self.control = control
  }

  /// Whether a sum of shares is enough at an instant.
  func isMet(by sum: Int64, at now: UTCTime) -> Bool {
    guard sum == share else { return sum > share }
    switch exactly {
    case .isEnough: return true
    case .isEnoughFrom(let start): return start <= now
    case .isTooLittle: return false
    }
  }

  /// What a fact says of the criterion.
  var detector: DetectorDescription {
    DetectorDescription(
      name: "designated_ownership", version: 1,
      parameters: [
        DetectorDescription.Parameter("share", Quantity(.ratio, steps: share)),
        DetectorDescription.Parameter("adds_up_all", .count(together == .all ? 1 : 0)),
        DetectorDescription.Parameter("control_counts", .count(control ? 1 : 0)),
      ])
  }
}
