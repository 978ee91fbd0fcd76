public import Maritime

/// What detection knows before it sees a track: ports, zones, the coastline and the parameters.
public struct DetectionSettings: Sendable {
  /// The ports and zones.
  public let gazetteer: Gazetteer
  /// The land; `nil` when nothing is known of shores.
  public let coastline: Coastline?
  /// The parameters.
  public let parameters: DetectionParameters
  /// Finds the port that a position is in, up to the radius at which a vessel leaves.
  let callAreas: AreaIndex
  /// Finds out whether a position is near a port, as encounters and loitering ask.
  let nearAreas: AreaIndex
  /// Finds the distance to the nearest port, as far as facts tell it.
  let farAreas: AreaIndex
  /// Finds the ports within reach in a gap.
  let chart: PortChart
  /// Finds the port that a crew typed as destination.
  let destinations: DestinationNames
  /// Finds the zones around a position.
  let zones: ZoneIndex
  /// Where a vessel can sail; `nil` without a coastline.
  let seaChart: SeaChartSource?
  /// The deadweight in tonnes of hulls that a registry knows.
  let deadweights: [IMONumber: Int]

  /// Prepares detection.
  ///
  /// - Parameters:
  ///   - gazetteer: The ports and zones.
  ///   - coastline: The land; without it every fact about a shore is left out.
  ///   - parameters: The parameters.
  ///   - deadweights: The deadweight of hulls in tonnes, which limits their speed.
  /// - Complexity: O(*n* log *n*) in the number of port areas.
  public init(
    gazetteer: Gazetteer, coastline: Coastline? = nil,
    parameters: DetectionParameters = DetectionParameters(), deadweights: [IMONumber: Int] = [:]
  ) {
    self.gazetteer = gazetteer
    self.coastline = coastline
    self.parameters = parameters
    self.deadweights = deadweights
    chart = PortChart(gazetteer)
    zones = ZoneIndex(gazetteer.zones)
    destinations = DestinationNames(gazetteer.ports)
    seaChart = coastline.map(SeaChartSource.init)
    let exitMargin = parameters.metres(.portExitMargin)
    let near = max(
      parameters.metres(.encounterPortDistance), parameters.metres(.loiteringPortDistance))
    let far = parameters.metres(.portDistanceReach)
    callAreas = AreaIndex(gazetteer, cellE7: 500_000) { $0 + exitMargin }
    nearAreas = AreaIndex(gazetteer, cellE7: 2_000_000) { max($0, near) }
    farAreas = AreaIndex(gazetteer, cellE7: 5_000_000) { _ in far }
  }

  /// The distance to the nearest shore in metres, 0 on land; `nil` when no shore is known.
  func shoreDistance(from point: Coordinate?) -> Double? {
    guard let point, let coastline else { return nil }
    return coastline.isLand(point) ? 0 : coastline.shoreDistance(from: point)
  }
}
