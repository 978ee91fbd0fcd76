import Detection
public import Maritime

extension FactCatalog {
  /// Every kind of fact that this program can detect or import.
  public static let standard = FactCatalog([
    Anomaly.schema.kind, Encounter.schema.kind, FlagChange.schema.kind, Gap.schema.kind,
    IdentityChange.schema.kind, Loitering.schema.kind, Observation.schema.kind,
    PortCall.schema.kind, VesselIdentity.schema.kind,
  ])
}
