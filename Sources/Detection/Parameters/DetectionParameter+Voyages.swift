import Maritime

/// What voyages and stays in zones are judged by. GFW is Global Fishing Watch.
extension DetectionParameter {
  static let voyageConfidence = DetectionParameter(
    "voyage_confidence", .count(2),
    "The confidence of the port calls between which a voyage lies; others are passed by.",
    source: "GFW anchorages-voyages-port-visits.md, which takes visits from confidence 2")
  static let voyageReturn = DetectionParameter(
    "voyage_return", .hours(4), "A shorter time between two calls at one port is no voyage.",
    source: "our own default: a vessel that shifts berth or waits outside comes back sooner")
  static let destinationPersistence = DetectionParameter(
    "destination_persistence", .minutes(30),
    "How long a vessel must repeat a destination for it to count.",
    source: "our own default: as for draughts")
  static let ladenShare = DetectionParameter(
    "laden_share", .ratio(0.6),
    "From this share of the way between its least and greatest draught a vessel is laden.",
    source: "our own default")
  static let ballastShare = DetectionParameter(
    "ballast_share", .ratio(0.4),
    "Up to this share of the way between its least and greatest draught a vessel is not laden.",
    source: "our own default")
  static let detourMinimum = DetectionParameter(
    "detour_minimum", .nauticalMiles(50),
    "The shortest way between two ports of which a detour is measured.",
    source: "our own default: on shorter ways the approaches to the ports decide")
  static let zonePause = DetectionParameter(
    "zone_pause", .hours(1), "A shorter time outside a zone does not end the stay in it.",
    source: "our own default: a vessel on the border goes in and out")

  static let voyageParameters = [
    voyageConfidence, voyageReturn, destinationPersistence, ladenShare, ballastShare, detourMinimum,
    zonePause,
  ]
}
