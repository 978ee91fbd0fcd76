import Maritime

/// A step of the time grid at which a vessel was slow and away from port.
struct SlowStep: Sendable {
  /// The index of the vessel's track.
  let vessel: Int32
  /// The number of the step since 1970.
  let step: Int32
  let latitudeE7: Int32
  let longitudeE7: Int32
  let speed: Float

  /// The slow steps of a vessel: only these can be part of an encounter.
  ///
  /// Vessels moored side by side are left out here, before anything is paired.
  static func steps(
    of vessel: Int, in steps: [GridStep], _ settings: DetectionSettings
  ) -> [SlowStep] {
    let limit = Float(settings.parameters.knots(.encounterSpeed))
    var ports = PortNearness(
      settings.nearAreas, within: settings.parameters.metres(.encounterPortDistance))
    return steps.compactMap { step in
      guard step.speed < limit, !ports.isNear(step.latitudeE7, step.longitudeE7) else { return nil }
      return SlowStep(
        vessel: Int32(vessel), step: step.step, latitudeE7: step.latitudeE7,
        longitudeE7: step.longitudeE7, speed: step.speed)
    }
  }
}

/// Tells whether points of one track are near a port.
struct PortNearness {
  private let areas: AreaIndex
  private let limit: Double
  private var cursor = AreaIndex.Cursor()
  private var last: Int32?

  /// Prepares for limits up to that with which `areas` were indexed.
  init(_ areas: AreaIndex, within limit: Double) {
    self.areas = areas
    self.limit = limit
  }

  /// Whether the middle of a port's area is nearer than the limit or the area's own radius.
  ///
  /// Asks first the area that was near the point before: a vessel at anchor costs one distance.
  mutating func isNear(_ latitude: Int32, _ longitude: Int32) -> Bool {
    if let last, isNear(last, latitude, longitude) { return true }
    last = areas.candidates(latitude, longitude, &cursor).first { isNear($0, latitude, longitude) }
    return last != nil
  }

  private func isNear(_ index: Int32, _ latitude: Int32, _ longitude: Int32) -> Bool {
    let area = areas.areas[Int(index)]
    let reach = max(limit, area.radius)
    // No area is nearer than its latitude; a thousandth is left for what distances are rounded.
    let north = (Int64(area.latitudeE7) - Int64(latitude)).magnitude
    if Double(north) * (metresPerE7 * 0.999) > reach { return false }
    return areas.distance(area, latitude, longitude) < reach
  }
}
