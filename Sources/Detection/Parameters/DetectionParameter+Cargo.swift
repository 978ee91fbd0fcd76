import Maritime

/// What masses of cargo are estimated by.
///
/// Schneekluth and Bertram, Ship Design for Efficiency and Economy (1998): the waterplane
/// coefficient is (1 + 2 x block coefficient) / 3, and the block coefficient runs from 0.6 for
/// container ships to 0.85 for large tankers. The waterline is about 0.97 of the length over all.
extension DetectionParameter {
  static let waterplaneLow = DetectionParameter(
    "waterplane_low", .ratio(0.7),
    "The least share of length times beam that the waterline encloses.",
    source: "Schneekluth and Bertram 1998, for block coefficient 0.6")
  static let waterplaneHigh = DetectionParameter(
    "waterplane_high", .ratio(0.9),
    "The greatest share of length times beam that the waterline encloses.",
    source: "Schneekluth and Bertram 1998, for block coefficient 0.85")
  static let draughtRounding = DetectionParameter(
    "draught_rounding", .metre(0.1), "How wrong a difference of two draughts can be by rounding.",
    source: "ITU-R M.1371: draughts come in tenths of a metre, each within 0.05 m")
  static let cargoBallast = DetectionParameter(
    "cargo_ballast", .ratio(0.4),
    "The greatest share of cargo that ballast taken on or given off makes up for.",
    source: "our own default: in ballast, tankers carry 30 to 40 % of their deadweight as water")

  static let cargoParameters = [waterplaneLow, waterplaneHigh, draughtRounding, cargoBallast]
}
