public import Maritime

/// A number that detection depends on, with its default and where that comes from.
public struct DetectionParameter: Hashable, Sendable {
  /// The name in parameter files and in the `detector` of a fact, in snake case.
  public let name: String
  /// The value unless the user gives another.
  public let standard: Quantity
  /// One sentence for the reference page.
  public let meaning: String
  /// Who uses the value, or that it is our own default.
  public let source: String

  init(_ name: String, _ standard: Quantity, _ meaning: String, source: String) {
    self.name = name
    self.standard = standard
    self.meaning = meaning
    self.source = source
  }
}

/// Every parameter of every detector. Sources: GFW is Global Fishing Watch, with the repository's
/// name; RF is RadianceFleet.
extension DetectionParameter {
  static let gapMinimum = DetectionParameter(
    "gap_minimum", .hours(12), "The shortest silence that is a gap.",
    source: "GFW pipe-gaps, library default; 12 h spans the revisit of sun-synchronous satellites")
  static let gapHistory = DetectionParameter(
    "gap_history", .hours(12), "How far back the positions before a gap are counted.",
    source: "GFW pipe-gaps, n_hours_before")
  static let hullSpeed = DetectionParameter(
    "hull_speed", .knots(100),
    "Above this implied speed two positions come from two hulls and no gap lies between them.",
    source: "RF mmsi_reuse")
  static let receptionSlot = DetectionParameter(
    "reception_slot", .hours(1), "The slots of time in which reception is judged.",
    source: "our own default")
  static let receptionCell = DetectionParameter(
    "reception_cell", .degrees(0.5),
    "The side of the cells in which reception is judged, each with its eight neighbours.",
    source: "our own default")
  static let receptionWindow = DetectionParameter(
    "reception_window", .hours(24),
    "How long before and after a gap another vessel must be heard for reception to be known.",
    source: "our own default")
  static let outageWindow = DetectionParameter(
    "outage_window", .hours(2),
    "How shortly before or after a gap a vessel must be heard near it to be its witness.",
    source: "our own default")
  static let outageWitnesses = DetectionParameter(
    "outage_witnesses", .count(5),
    "The fewest witnesses that can show a feed outage; with fewer, the whole feed is asked.",
    source: "our own default")
  static let outageSilentShare = DetectionParameter(
    "outage_silent_share", .ratio(0.9),
    "The share of the witnesses that are silent everywhere in a slot of an outage.",
    source: "our own default")
  static let outageShare = DetectionParameter(
    "outage_share", .ratio(0.8), "The share of a gap's slots that an outage must cover.",
    source: "our own default")
}

extension DetectionParameter {
  /// The error of a receiver's clock from which on its messages are rejected.
  public static let clockTolerance = DetectionParameter(
    "clock_tolerance", .minutes(2),
    "The error of a receiver's clock up to which its messages are used.",
    source: "our own default")
  /// How long after a position another copy of the same message may arrive.
  public static let relayWindow = DetectionParameter(
    "relay_window", .minutes(10),
    "How long after a position the same message, heard by another receiver, is a copy of it.",
    source: "our own default")
}

extension DetectionParameter {
  static let portExitMargin = DetectionParameter(
    "port_exit_margin", .metres(1000),
    "How far beyond an area's radius, within which a vessel enters, it leaves the port.",
    source: "GFW anchorages_pipeline: entry at 3.0 km, exit at 4.0 km")
  static let portStopSpeed = DetectionParameter(
    "port_stop_speed", .knots(0.2), "At this speed or less a vessel in port stops.",
    source: "GFW anchorages_pipeline")
  static let portStartSpeed = DetectionParameter(
    "port_start_speed", .knots(0.5), "At this speed or more a stop in port ends.",
    source: "GFW anchorages_pipeline")
  static let portGap = DetectionParameter(
    "port_gap", .minutes(240), "A silence in port of this length counts as a stop.",
    source: "GFW anchorages_pipeline")
  static let portJoinDistance = DetectionParameter(
    "port_join_distance", .nauticalMiles(60),
    "Two positions further apart show neither an arrival nor a departure.",
    source: "GFW anchorages_pipeline")
  static let inferredPortTime = DetectionParameter(
    "inferred_port_time", .hours(6), "The time in port that an inferred call must leave room for.",
    source: "our own default")
  static let inferredPortsKept = DetectionParameter(
    "inferred_ports_kept", .count(20),
    "How many reachable ports of no group become calls, those with most slack first.",
    source: "our own default")
  static let seaDistanceShare = DetectionParameter(
    "sea_distance_share", .ratio(0.98),
    "The share of a way through the cells of the sea chart that is surely sailed.",
    source: "our own default: the search is at most 2 % longer than the shortest way through them")
  static let seaSearchCells = DetectionParameter(
    "sea_search_cells", .count(400_000),
    "The most cells of 0.1 degrees that one search for sea ways visits; beyond, ways are longer.",
    source: "our own default: a fifth of the Pacific")
  static let reachSpeed = DetectionParameter(
    "reach_speed", .knots(20), "The top speed of a vessel of unknown deadweight.",
    source: "our own default: the highest of RF's class speeds")
  static let reachSpeedSmall = DetectionParameter(
    "reach_speed_small", .knots(17), "The top speed below 60,000 t deadweight.",
    source: "RF CLASS_SPEEDS")
  static let reachSpeedPanamax = DetectionParameter(
    "reach_speed_panamax", .knots(20), "The top speed from 60,000 t to 120,000 t deadweight.",
    source: "RF CLASS_SPEEDS, Panamax and Aframax")
  static let reachSpeedSuezmax = DetectionParameter(
    "reach_speed_suezmax", .knots(19), "The top speed from 120,000 t to 200,000 t deadweight.",
    source: "RF CLASS_SPEEDS")
  static let reachSpeedLargest = DetectionParameter(
    "reach_speed_largest", .knots(18), "The top speed from 200,000 t deadweight.",
    source: "RF CLASS_SPEEDS, VLCC")
}

extension DetectionParameter {
  static let gridStep = DetectionParameter(
    "grid_step", .minutes(10), "The steps of time at which vessels are compared.",
    source: "GFW pipe-encounters")
  static let gridReach = DetectionParameter(
    "grid_reach", .hours(1), "Positions further apart in time are not joined by a line.",
    source: "GFW pipe-encounters")
  static let gridReachSlow = DetectionParameter(
    "grid_reach_slow", .hours(2),
    "So far may they be apart when the vessel reports less than `encounter_speed` at both.",
    source: "our own default: class B and satellites hear a drifting vessel that seldom")
  static let encounterDistance = DetectionParameter(
    "encounter_distance", .metres(500), "The greatest distance between two vessels that meet.",
    source: "GFW pipe-encounters")
  static let encounterSpeed = DetectionParameter(
    "encounter_speed", .knots(2), "Both vessels are slower at every step that counts.",
    source: "GFW encounters.md, which asks it of the median")
  static let encounterContact = DetectionParameter(
    "encounter_contact", .hours(1),
    "How much of an encounter, in steps, both vessels must be seen together.",
    source: "GFW pipe-encounters, 60 min before meetings are merged")
  static let encounterMinimum = DetectionParameter(
    "encounter_minimum", .hours(2), "The shortest encounter.", source: "GFW pipe-encounters")
  static let encounterMerge = DetectionParameter(
    "encounter_merge", .hours(4), "Meetings of one pair less than this apart are one encounter.",
    source: "GFW pipe-encounters, merge_options")
  static let encounterPortDistance = DetectionParameter(
    "encounter_port_distance", .metres(10_000),
    "Vessels nearer to the middle of a port's area do not encounter one another.",
    source: "GFW pipe-encounters, min_distance_from_port_km")
  static let portDistanceReach = DetectionParameter(
    "port_distance_reach", .metres(50_000), "Beyond it the distance to a port is left out.",
    source: "our own default")
  static let loiteringSpeed = DetectionParameter(
    "loitering_speed", .knots(2), "An hour is slow when the mean speed in it is less.",
    source: "GFW pipe-loitering")
  static let loiteringMinimum = DetectionParameter(
    "loitering_minimum", .hours(4), "The shortest run of slow hours that is loitering.",
    source: "GFW loitering.md, the published definition for carriers")
  static let loiteringHole = DetectionParameter(
    "loitering_hole", .hours(2), "Hours without a known way, up to this many, do not end a run.",
    source: "our own default: a vessel heard every 45 min leaves such holes")
  static let loiteringPortDistance = DetectionParameter(
    "loitering_port_distance", .nauticalMiles(10),
    "A vessel nearer to the middle of a port's area waits for the port and does not loiter.",
    source: "RF draught_detector takes 10 nm as at port; GFW asks 20 nm from shore instead")
  static let driftAngle = DetectionParameter(
    "drift_angle", .degrees(45), "So far apart are the course and the heading of a vessel adrift.",
    source: "AMSA risky-behaviour detector")
  static let driftSpeedLeast = DetectionParameter(
    "drift_speed_least", .knots(0.25), "A slower vessel has no course to speak of.",
    source: "AMSA risky-behaviour detector")
  static let driftSpeedMost = DetectionParameter(
    "drift_speed_most", .knots(20), "A faster vessel is not adrift.",
    source: "AMSA risky-behaviour detector")
  static let driftMinimum = DetectionParameter(
    "drift_minimum", .minutes(15), "The shortest drift.",
    source: "our own default: a turn that takes longer is no turn")
}

extension DetectionParameter {
  static let impossibleSpeed = DetectionParameter(
    "impossible_speed", .knots(30), "No cargo ship or tanker is faster.",
    source: "GFW pipe-segment, max_speed; RF")
  static let impossibleDistance = DetectionParameter(
    "impossible_distance", .nauticalMiles(2),
    "A shorter jump may be an error of position or time.", source: "our own default")
  static let impossiblePositions = DetectionParameter(
    "impossible_positions", .count(2),
    "An excursion with fewer positions is a garbled message and is left out of every detector.",
    source: "our own default")
  static let duplicateSwitches = DetectionParameter(
    "duplicate_switches", .count(4),
    "So many jumps between the same two tracks show two hulls on one MMSI.",
    source: "our own default")
  static let duplicateWindow = DetectionParameter(
    "duplicate_window", .hours(48), "The time within which those jumps must lie.",
    source: "our own default: two hulls that both send take turns many times a day")
  static let duplicateDistance = DetectionParameter(
    "duplicate_distance", .nauticalMiles(500),
    "One IMO number in two places this far apart within an hour is two hulls.", source: "RF")
  static let identityPersistence = DetectionParameter(
    "identity_persistence", .minutes(10),
    "How long a vessel must repeat what it says of itself for it to be a change.",
    source: "our own default")

  /// All parameters, by topic: feeds, gaps, ports, meetings, anomalies, identities, then draughts.
  public static let all =
    [clockTolerance, relayWindow] + travelParameters + anomalyPatterns + darkEncounterParameters
    + draughtParameters + voyageParameters + cargoParameters

  private static let travelParameters = [
    gapMinimum, gapHistory, hullSpeed, receptionSlot, receptionCell, receptionWindow,
    outageWindow, outageWitnesses, outageSilentShare, outageShare, portExitMargin, portStopSpeed,
    portStartSpeed, portGap, portJoinDistance, inferredPortTime, inferredPortsKept,
    seaDistanceShare,
    seaSearchCells, reachSpeed,
    reachSpeedSmall, reachSpeedPanamax, reachSpeedSuezmax, reachSpeedLargest, gridStep, gridReach,
    gridReachSlow, encounterDistance, encounterSpeed, encounterContact, encounterMinimum,
    encounterMerge,
    encounterPortDistance, portDistanceReach, loiteringSpeed, loiteringMinimum,
    loiteringHole, loiteringPortDistance, driftAngle, driftSpeedLeast, driftSpeedMost,
    driftMinimum, impossibleSpeed,
    impossibleDistance, impossiblePositions, duplicateSwitches, duplicateWindow, duplicateDistance,
    identityPersistence,
  ]
}

extension Quantity {
  static func hours(_ count: Int64) -> Quantity { minutes(count * 60) }
  static func minutes(_ count: Int64) -> Quantity {
    .duration(milliseconds: count * 60_000)
  }
  static func metres(_ count: Double) -> Quantity { .length(metres: count) }
  static func nauticalMiles(_ count: Double) -> Quantity {
    .length(metres: count * 1852)
  }
  static func knots(_ count: Double) -> Quantity { .speed(knots: count) }
  static func degrees(_ count: Double) -> Quantity {
    Quantity(.angle, steps: Int64((count * 1e7).rounded()))
  }
}
