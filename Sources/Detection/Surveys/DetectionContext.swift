public import Maritime

/// All tracks of a run with what was surveyed of each: what the facts of one vessel depend on.
public struct DetectionContext: Sendable {
  /// The ports and parameters.
  public let settings: DetectionSettings
  /// The tracks, by vessel.
  public let tracks: [Track]
  let surveys: [TrackSurvey]
  /// The anomalies of each track, those that only all tracks together show included.
  let anomalies: [[TrackAnomaly]]
  let reception: ReceptionMap
  let hulls: HullIndex
  /// The time of the last position of any vessel; 0 without positions.
  let feedEnd: Int64
  let detectors: Detectors

  /// Brings the surveys of all tracks together.
  ///
  /// - Precondition: `surveys` has one element for each track, made with the same settings.
  public init(tracks: [Track], surveys: [TrackSurvey], settings: DetectionSettings) {
    precondition(tracks.count == surveys.count, "every track must be surveyed")
    self.settings = settings
    self.tracks = tracks
    self.surveys = surveys.map { survey in
      var survey = survey
      survey.presences = []
      return survey
    }
    anomalies = allAnomalies(surveys, settings.parameters)
    reception = ReceptionMap(surveys.map(\.presences), settings.parameters)
    hulls = HullIndex(tracks)
    feedEnd = tracks.reduce(0) { end, track in
      defer { track.positions.unload() }
      return max(end, track.positions.last?.time ?? 0)
    }
    detectors = Detectors(settings.parameters, hasCoastline: settings.coastline != nil)
  }

  /// The facts that need no other vessel but for how well it was heard.
  ///
  /// Tracks can be asked for in parallel.
  ///
  /// - Parameter index: The place of the track in `tracks`.
  /// - Returns: Facts in no particular order, the same on every run.
  public func facts(ofTrackAt index: Int) -> [Fact] {
    let track = tracks[index]
    var facts = surveys[index].hulls.flatMap { hull in
      TravelDetector(context: self, index: index, hull: hull).facts
    }
    facts += anomalies[index].map { anomalyFact($0, of: track) }
    facts += surveys[index].loiterings.map { loiteringFact($0, of: track, index) }
    facts += identityFacts(ofTrackAt: index)
    facts += observationFacts(of: track)
    return facts
  }

  /// The facts that two vessels make: encounters and what was moved in them, possible encounters,
  /// shared IMO numbers and moves to another MMSI.
  ///
  /// - Returns: Facts in no particular order, the same on every run.
  public func factsAcrossTracks() -> [Fact] { searchesAcrossTracks.flatMap { $0() } }

  /// The searches whose facts `factsAcrossTracks` puts together; they can be done side by side.
  public var searchesAcrossTracks: [@Sendable () -> [Fact]] {
    [
      {
        let encounters = encounterFacts()
        return encounters + transferFacts(of: encounters)
      },
      { darkEncounterFacts() },
      { sharedHullFacts() },
    ]
  }
}

/// The facts of all tracks, in the order of facts files.
///
/// The plain form of detection, one track after another; a program that has threads surveys and
/// asks for tracks in parallel and gets the same facts.
///
/// - Parameters:
///   - tracks: The tracks, by vessel.
///   - settings: The ports and parameters.
/// - Returns: Facts by vessel, start, end, kind and id.
public func detectFacts(in tracks: [Track], _ settings: DetectionSettings) -> [Fact] {
  let surveys = tracks.enumerated().map { survey($1, at: $0, settings) }
  let context = DetectionContext(tracks: tracks, surveys: surveys, settings: settings)
  let facts = tracks.indices.flatMap { context.facts(ofTrackAt: $0) } + context.factsAcrossTracks()
  return facts.sorted()
}

/// How facts name the detectors of one run, made once because every fact carries one.
struct Detectors: Sendable {
  let gap: DetectorDescription
  let portCall: DetectorDescription
  let inferredPortCall: DetectorDescription
  let encounter: DetectorDescription
  let loitering: DetectorDescription
  private let anomaly: DetectorDescription
  /// The detectors of the kinds of anomaly that are patterns.
  private let patterns: [String: DetectorDescription]
  let identity: DetectorDescription
  let observation: DetectorDescription
  let passage: PassageDetectors

  init(_ parameters: DetectionParameters, hasCoastline: Bool) {
    gap = parameters.describe(
      "gap", version: 2,
      [
        .gapMinimum, .gapHistory, .hullSpeed, .receptionSlot, .receptionCell, .receptionWindow,
        .outageWindow, .outageWitnesses, .outageSilentShare, .outageShare,
      ])
    portCall = parameters.describe(
      "port_call", version: 2,
      [
        .portExitMargin, .portStopSpeed, .portStartSpeed, .portGap, .portJoinDistance,
        .gapMinimum, .draughtPersistence, .draughtDelay,
      ])
    // Without a coastline there is no search, and facts do not speak of one.
    inferredPortCall = parameters.describe(
      "inferred_port_call", version: 1,
      [
        .gapMinimum, .inferredPortTime, .inferredPortsKept, .reachSpeed, .reachSpeedSmall,
        .reachSpeedPanamax, .reachSpeedSuezmax, .reachSpeedLargest,
      ] + (hasCoastline ? [.seaDistanceShare, .seaSearchCells] : []))
    encounter = parameters.describe(
      "encounter", version: 3,
      [
        .gridStep, .gridReach, .gridReachSlow, .encounterDistance, .encounterSpeed,
        .encounterContact,
        .encounterMinimum, .encounterMerge, .encounterPortDistance, .portDistanceReach,
      ])
    loitering = parameters.describe(
      "loitering", version: 2,
      [
        .gridStep, .gridReach, .gridReachSlow, .encounterSpeed, .loiteringSpeed,
        .loiteringMinimum, .loiteringHole, .driftAngle, .driftSpeedLeast, .driftSpeedMost,
        .driftMinimum, .encounterPortDistance,
        .loiteringPortDistance,
      ])
    anomaly = parameters.describe(
      "anomaly", version: 1,
      [
        .impossibleSpeed, .impossibleDistance, .impossiblePositions, .hullSpeed,
        .duplicateSwitches, .duplicateWindow, .duplicateDistance, .gapMinimum,
      ])
    patterns = Dictionary(
      uniqueKeysWithValues: DetectionParameter.patterns.map { kind, own in
        (kind, parameters.describe(kind, version: 1, own))
      })
    identity = parameters.describe(
      "identity", version: 2, [.identityPersistence, .duplicateSwitches, .duplicateWindow])
    observation = parameters.describe("observation", version: 1, [])
    passage = PassageDetectors(parameters, hasCoastline: hasCoastline)
  }

  /// The detector of a kind of anomaly.
  func anomaly(_ kind: String) -> DetectorDescription { patterns[kind] ?? anomaly }
}
