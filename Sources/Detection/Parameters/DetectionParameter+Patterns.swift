import Maritime

/// The parameters of the patterns of positions that no sailing leaves.
extension DetectionParameter {
  static let offsetTolerance = DetectionParameter(
    "offset_tolerance", .nauticalMiles(2),
    "How far the claimed way may differ from the vessel's own for a track to be shifted.",
    source: "our own default")
  static let offsetSpeed = DetectionParameter(
    "offset_speed", .knots(10),
    "By how much more for the time between the last position before the shift and the first in it.",
    source: "our own default: a turn between two positions")
  static let circleTurns = DetectionParameter(
    "circle_turns", .count(3), "The fewest turns that are a circle.",
    source: "our own default: a vessel that waits or tries its rudder makes one or two")
  static let circleMinimum = DetectionParameter(
    "circle_minimum", .hours(1), "The shortest time of going round.", source: "our own default")
  static let circleSpeed = DetectionParameter(
    "circle_speed", .knots(3),
    "The least speed around: a slower vessel swings at anchor or drifts.",
    source: "our own default")
  static let circleRadius = DetectionParameter(
    "circle_radius", .nauticalMiles(15), "The greatest radius of a circle.",
    source: "our own default")
  static let circleDeviation = DetectionParameter(
    "circle_deviation", .ratio(0.1),
    "The greatest mean deviation from one circle, as a share of its radius.",
    source: "our own default")
  static let staticSpeed = DetectionParameter(
    "static_speed", .knots(3), "The least speed that a frozen position contradicts.",
    source: "our own default")
  static let staticDistance = DetectionParameter(
    "static_distance", .metres(10), "Within so much of the first, positions are frozen.",
    source: "our own default, 10 m: a moored vessel's positions scatter more")
  static let staticMinimum = DetectionParameter(
    "static_minimum", .minutes(30), "The shortest time of being frozen.",
    source: "our own default")
  static let staticPositions = DetectionParameter(
    "static_positions", .count(4), "The fewest positions with such a speed in it.",
    source: "our own default")
  static let staticShare = DetectionParameter(
    "static_share", .ratio(0.9), "The share of its positions with such a speed.",
    source: "our own default")
  static let lineMinimum = DetectionParameter(
    "line_minimum", .hours(2), "The shortest time on a drawn line.", source: "our own default")
  static let linePositions = DetectionParameter(
    "line_positions", .count(20), "The fewest positions on it.", source: "our own default")
  static let lineDeviation = DetectionParameter(
    "line_deviation", .metres(3),
    "The greatest distance of a position from where steady sailing puts it, give or take a second.",
    source: "our own default, 3 m: receivers scatter by more, and sea and helm by far more")
  static let lineSpeed = DetectionParameter(
    "line_speed", .knots(2), "The least speed along it.", source: "our own default")
  static let onLandDistance = DetectionParameter(
    "on_land_distance", .nauticalMiles(5),
    "How far from any shore a position on land must be to count.",
    source: "our own default: beyond the errors of a coarse coastline and most estuaries")
  static let onLandPositions = DetectionParameter(
    "on_land_positions", .count(3), "The fewest such positions in a stay on land.",
    source: "our own default")
  static let onLandMinimum = DetectionParameter(
    "on_land_minimum", .minutes(30), "The shortest time between the first and the last of them.",
    source: "our own default")
  static let onLandWitnesses = DetectionParameter(
    "on_land_witnesses", .count(2),
    "Where so many other vessels sailed too, in cells of 0.1 degrees, is a river, canal or lake.",
    source: "our own default")
  static let jammingDistance = DetectionParameter(
    "jamming_distance", .nauticalMiles(5), "Within it displaced vessels are at the same place.",
    source: "our own default")
  static let jammingWindow = DetectionParameter(
    "jamming_window", .hours(1), "Displaced vessels less than this apart are there at one time.",
    source: "our own default")
  static let jammingVessels = DetectionParameter(
    "jamming_vessels", .count(3), "The fewest vessels that show a jamming area.",
    source: "our own default")

  static let anomalyPatterns: [DetectionParameter] = [
    offsetTolerance, offsetSpeed, circleTurns, circleMinimum, circleSpeed, circleRadius,
    circleDeviation,
    staticSpeed, staticDistance, staticMinimum, staticPositions, staticShare, lineMinimum,
    linePositions, lineDeviation, lineSpeed, onLandDistance, onLandPositions, onLandMinimum,
    onLandWitnesses, jammingDistance, jammingWindow, jammingVessels,
  ]

  /// What each kind of anomaly that is a pattern depends on.
  static let patterns: [(kind: String, parameters: [DetectionParameter])] = [
    ("offset", [.impossibleSpeed, .impossibleDistance, .offsetTolerance, .offsetSpeed]),
    (
      "circle",
      [
        .gridReach, .circleTurns, .circleMinimum, .circleSpeed, .circleRadius,
        .circleDeviation,
      ]
    ),
    ("static", [.staticSpeed, .staticDistance, .staticMinimum, .staticPositions, .staticShare]),
    ("line", [.lineMinimum, .linePositions, .lineDeviation, .lineSpeed]),
    (
      "on_land",
      [
        .onLandDistance, .onLandPositions, .onLandMinimum, .onLandWitnesses,
        .loiteringPortDistance,
      ]
    ),
    (
      "jamming_area",
      [
        .impossibleSpeed, .impossibleDistance, .jammingDistance, .jammingWindow, .jammingVessels,
      ]
    ),
  ]
}
