import Maritime

/// What draughts are judged by. RF is RadianceFleet.
extension DetectionParameter {
  static let draughtPersistence = DetectionParameter(
    "draught_persistence", .minutes(30),
    "How long a vessel must repeat a draught for it to count, because crews type it by hand.",
    source: "our own default: five static messages of class A, one every 6 min (ITU-R M.1371)")
  static let draughtDelay = DetectionParameter(
    "draught_delay", .hours(12),
    "How long after a port call or a gap, or before a call, a draught still belongs to it.",
    source: "RF links a change of draught and a transfer within 12 h")
  static let draughtSmall = DetectionParameter(
    "draught_small", .metre(0.8),
    "The change that counts for vessels below 60,000 t deadweight and of unknown size.",
    source: "our own default: fuel and water of a passage move a small vessel by less")
  static let draughtPanamax = DetectionParameter(
    "draught_panamax", .metre(1), "The change that counts from 60,000 t to 80,000 t deadweight.",
    source: "RF draught_detector, Panamax")
  static let draughtAframax = DetectionParameter(
    "draught_aframax", .metre(1.5), "The change that counts from 80,000 t to 120,000 t deadweight.",
    source: "RF draught_detector, Aframax")
  static let draughtSuezmax = DetectionParameter(
    "draught_suezmax", .metre(2), "The change that counts from 120,000 t to 200,000 t deadweight.",
    source: "RF draught_detector, Suezmax")
  static let draughtLargest = DetectionParameter(
    "draught_largest", .metre(3), "The change that counts from 200,000 t deadweight.",
    source: "RF draught_detector, VLCC")
}

/// Where no registry tells the deadweight, the length that AIS gives stands for the class.
extension DetectionParameter {
  static let panamaxLength = DetectionParameter(
    "panamax_length", .metre(200), "From this length a vessel of unknown deadweight is a Panamax.",
    source: "our own default: tankers and bulkers of 60,000 t are 200 m to 230 m long")
  static let aframaxLength = DetectionParameter(
    "aframax_length", .metre(235), "From this length a vessel of unknown deadweight is an Aframax.",
    source: "our own default: Aframax tankers are 240 m to 250 m long")
  static let suezmaxLength = DetectionParameter(
    "suezmax_length", .metre(260), "From this length a vessel of unknown deadweight is a Suezmax.",
    source: "our own default: Suezmax tankers are 270 m to 280 m long")
  static let largestLength = DetectionParameter(
    "largest_length", .metre(300),
    "From this length a vessel of unknown deadweight is of the largest class.",
    source: "our own default: VLCCs are 320 m to 340 m long")

  static let draughtParameters = [
    draughtPersistence, draughtDelay, draughtSmall, draughtPanamax, draughtAframax, draughtSuezmax,
    draughtLargest, panamaxLength, aframaxLength, suezmaxLength, largestLength,
  ]
}
