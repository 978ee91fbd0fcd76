import Maritime

/// What a survey learns about a track and land.
struct LandSurvey: Sendable {
  /// Stays well inland of a hull that was at sea too, or that jumped there.
  var stays: [LandStay] = []
  /// The cells on land to which the track sailed, sorted: where many vessels did is a waterway.
  var cells: [Int32] = []
}

/// Positions next to one another on land, many of them far from any shore.
struct LandStay: Sendable {
  let anomaly: TrackAnomaly
  /// The cells of the positions that are far from any shore.
  let cells: [Int32]
}

/// Looks for stays on land in the hulls of a track; finds nothing without a coastline.
///
/// Coastlines have no rivers, so a hull that was only ever on land sails a river or a lake, and
/// positions near a port count as water. What remains is decided when all tracks are known.
///
/// - Complexity: O(1) for a position at sea, a search for the shore for one on land.
func surveyLand(_ hulls: [Positions], _ settings: DetectionSettings) -> LandSurvey {
  guard let coastline = settings.coastline else { return LandSurvey() }
  var survey = LandSurvey()
  var cells: Set<Int32> = []
  let test = LandTest(settings, coastline)
  for hull in hulls {
    let runs = test.runs(in: hull)
    for run in runs where test.jump(in: hull, run) == nil {
      cells.formUnion(hull[run].map(LandTest.cell))
    }
    let isAtSea = runs.reduce(0) { $0 + $1.count } < hull.count
    for run in runs {
      if let stay = test.stay(in: hull, run, isAtSea: isAtSea) { survey.stays.append(stay) }
    }
  }
  survey.cells = cells.sorted()
  return survey
}

private struct LandTest {
  private let coastline: Coastline
  private let settings: DetectionSettings
  private let jumps: JumpTest
  private let inland: Double
  private let minimum: Int64
  private let positions: Int

  init(_ settings: DetectionSettings, _ coastline: Coastline) {
    self.coastline = coastline
    self.settings = settings
    jumps = JumpTest(settings.parameters)
    inland = settings.parameters.metres(.onLandDistance)
    minimum = settings.parameters.milliseconds(.onLandMinimum)
    positions = settings.parameters.count(.onLandPositions)
  }

  /// A cell of 0.1 degrees.
  static func cell(_ position: Position) -> Int32 {
    Int32(SeaChart.cell(position.latitudeE7, position.longitudeE7))
  }

  /// The runs of positions on land.
  func runs(in hull: Positions) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in hull.indices {
      guard let point = hull[index].coordinate, coastline.isLand(point) else { continue }
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// The stay that a run is: enough positions far from shores and ports, for long enough.
  func stay(in hull: Positions, _ run: Range<Int>, isAtSea: Bool) -> LandStay? {
    guard run.count >= positions else { return nil }
    guard isAtSea || jump(in: hull, run) != nil else { return nil }
    let deep = deepPositions(hull[run])
    guard deep.count >= positions, let first = deep.first, let last = deep.last,
      hull[last].time - hull[first].time >= minimum
    else { return nil }
    // A look at the ends and the middle is enough, and a search far inland is slow.
    let furthest = [first, deep[deep.count / 2], last].compactMap { index in
      hull[index].coordinate.flatMap { coastline.shoreDistance(from: $0) }
    }.max()
    let pattern = TrackPattern(
      kind: "on_land", range: run, displacement: furthest, confidence: "low")
    return LandStay(
      anomaly: pattern.anomaly(in: hull, jumps), cells: deep.map { Self.cell(hull[$0]) })
  }

  /// The impossible way into or out of a run, if there is one.
  func jump(in hull: Positions, _ run: Range<Int>) -> (from: Position, to: Position)? {
    TrackPattern(kind: "on_land", range: run).jump(in: hull, jumps).map { ($0.from, $0.to) }
  }

  /// The indices of the positions that are far from any shore and from any port.
  private func deepPositions(_ positions: Positions) -> [Int] {
    var ports = PortNearness(
      settings.nearAreas, within: settings.parameters.metres(.loiteringPortDistance))
    return positions.indices.filter { index in
      let position = positions[index]
      guard !ports.isNear(position.latitudeE7, position.longitudeE7),
        let point = position.coordinate
      else { return false }
      return coastline.shoreDistance(from: point, within: inland) == nil
    }
  }
}

/// Which cells on land are waterways: those to which several vessels sailed.
struct Waterways: Sendable {
  private let vessels: [Int32: Int]
  private let witnesses: Int

  init(_ surveys: [LandSurvey], _ parameters: DetectionParameters) {
    witnesses = parameters.count(.onLandWitnesses)
    vessels = surveys.reduce(into: [:]) { counts, survey in
      for cell in survey.cells { counts[cell, default: 0] += 1 }
    }
  }

  /// Whether other vessels sailed to most of the cells of a stay.
  func hold(_ stay: LandStay) -> Bool {
    // The vessel itself is one of those that were there, unless it jumped.
    let own = stay.anomaly.isJump ? 0 : 1
    let shared = stay.cells.count { (vessels[$0] ?? 0) - own >= witnesses }
    return 2 * shared >= stay.cells.count
  }
}
