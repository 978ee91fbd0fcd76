public import Maritime

/// A vessel to screen and everything that was read about it.
public struct ScreeningSubject: Sendable {
  /// The vessel.
  public let vessel: VesselReference
  /// Its facts, in any order.
  public let facts: [Fact]
  /// How many of its positions were read.
  public let positions: Int
  /// The time from the first of those positions to the last; `nil` without any.
  public let observed: TimeSpan?

  /// Creates a subject.
  public init(vessel: VesselReference, facts: [Fact], positions: Int, observed: TimeSpan?) {
    self.vessel = vessel
    self.facts = facts
    self.positions = positions
    self.observed = observed
  }
}
