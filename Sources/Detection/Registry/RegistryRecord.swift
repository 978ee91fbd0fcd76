public import Maritime

/// What a registry says of a vessel over a period.
public struct RegistryRecord: Hashable, Sendable {
  /// The vessel.
  public let vessel: VesselReference
  /// What it was.
  public let identity: VesselIdentity
  /// The first instant; `nil` when the registry does not say.
  public let from: UTCTime?
  /// The instant from which it no longer holds; `nil` while it does.
  public let to: UTCTime?
  /// The row.
  public let evidence: Evidence
}
