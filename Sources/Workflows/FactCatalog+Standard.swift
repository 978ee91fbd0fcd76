import Detection
public import Maritime

extension FactCatalog {
  /// Every kind of fact that this program can detect or import.
  public static let standard = FactCatalog([
    Anomaly.schema.kind, CandidateEntry.schema.kind, CargoHandling.discharge.kind,
    CargoHandling.loading.kind,
    DarkEncounter.schema.kind, DesignatedOwnership.schema.kind, DraughtChange.schema.kind,
    Encounter.schema.kind, FlagChange.schema.kind, Gap.schema.kind, Holding.schema.kind,
    IdentityChange.schema.kind, Inspection.schema.kind,
    Loitering.schema.kind, Observation.schema.kind, OwnershipChange.schema.kind, Paper.schema.kind,
    Party.schema.kind, PortCall.schema.kind, Sighting.schema.kind, VesselCover.schema.kind,
    VesselIdentity.schema.kind, Voyage.schema.kind, ZoneTransit.schema.kind,
  ])
}
