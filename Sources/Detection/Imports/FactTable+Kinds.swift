public import Maritime

/// The tables that people keep beside AIS.
extension FactTable {
  /// Changes of name, flag, call sign, numbers or type, with the day of each.
  public static let identityHistory = FactTable(
    kinds: [IdentityChange.schema.kind, FlagChange.schema.kind, VesselIdentity.schema.kind],
    source: "registry")

  /// Who owned, managed or operated a vessel, and who held the companies; one row a period.
  public static let ownership = FactTable(
    kinds: [Party.schema.kind, OwnershipChange.schema.kind, Holding.schema.kind],
    source: "registry")

  /// Documents as somebody checked them, and cargo taken on or given off.
  public static let papers = FactTable(
    kinds: [
      Paper.schema.kind, CargoHandling.loading.kind, CargoHandling.discharge.kind,
    ])

  /// Vessels seen by images, agents or ports.
  public static let sightings = FactTable(kinds: [Sighting.schema.kind])
}
