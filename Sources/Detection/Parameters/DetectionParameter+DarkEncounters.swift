import Maritime

/// What possible encounters with silent vessels are judged by. RF is RadianceFleet.
extension DetectionParameter {
  static let darkEncounterHigh = DetectionParameter(
    "dark_encounter_high", .nauticalMiles(5), "The tier is `high` this near to the partner's way.",
    source: "RF dark_sts")
  static let darkEncounterMedium = DetectionParameter(
    "dark_encounter_medium", .nauticalMiles(15),
    "The tier is `medium` this near to the partner's way.", source: "RF dark_sts")
  static let darkEncounterLow = DetectionParameter(
    "dark_encounter_low", .nauticalMiles(50), "The tier is `low` this near to the partner's way.",
    source: "RF dark_sts")
  static let darkEncounterMinimum = DetectionParameter(
    "dark_encounter_minimum", .hours(2),
    "The time together that the partner's silence must leave room for at its top speed.",
    source: "our own default: the shortest encounter")
  static let darkEncounterLoitering = DetectionParameter(
    "dark_encounter_loitering", .hours(4),
    "The shortest loitering at which a silent vessel may have come.",
    source: "GFW loitering.md, the published definition for carriers; Starboard's is as long")
  static let darkEncounterShore = DetectionParameter(
    "dark_encounter_shore", .nauticalMiles(20),
    "A loitering nearer to the shore in the mean is none of these, where the shore is known.",
    source: "GFW loitering.md, of the product")
  static let darkPartnersKept = DetectionParameter(
    "dark_partners_kept", .count(3), "How many partners of one loitering are told, nearest first.",
    source: "our own default")

  static let darkEncounterParameters = [
    darkEncounterHigh, darkEncounterMedium, darkEncounterLow, darkEncounterMinimum,
    darkEncounterLoitering, darkEncounterShore, darkPartnersKept,
  ]
}
