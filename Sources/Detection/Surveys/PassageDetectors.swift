import Maritime

/// How facts name the detectors of what a vessel does between ports and carries.
struct PassageDetectors: Sendable {
  let darkEncounter: DetectorDescription
  let draughtChange: DetectorDescription
  let voyage: DetectorDescription
  let zoneTransit: DetectorDescription
  let cargo: DetectorDescription

  init(_ parameters: DetectionParameters, hasCoastline: Bool) {
    darkEncounter = parameters.describe(
      "dark_encounter", version: 2,
      DetectionParameter.darkEncounterParameters + [
        .gapMinimum, .loiteringSpeed, .loiteringMinimum, .loiteringPortDistance, .reachSpeed,
        .reachSpeedSmall, .reachSpeedPanamax, .reachSpeedSuezmax, .reachSpeedLargest,
      ])
    draughtChange = parameters.describe(
      "draught_change", version: 1, DetectionParameter.draughtParameters + [.gapMinimum])
    voyage = parameters.describe(
      "voyage", version: 2,
      DetectionParameter.draughtParameters + [
        .voyageConfidence, .voyageReturn, .destinationPersistence, .ladenShare, .ballastShare,
        .detourMinimum,
      ] + (hasCoastline ? [.seaDistanceShare, .seaSearchCells] : []))
    zoneTransit = parameters.describe(
      "zone_transit", version: 1,
      [.zonePause, .gapMinimum, .portJoinDistance, .voyageConfidence, .voyageReturn])
    cargo = parameters.describe(
      "cargo", version: 1,
      DetectionParameter.cargoParameters + DetectionParameter.draughtParameters)
  }
}
