import Maritime

/// The mass of cargo that a change of draught stands for.
///
/// A vessel that sinks by a centimetre displaces its waterplane times a centimetre of sea water of
/// 1.025 t/m³. The waterplane lies between two shares of length times beam. Water ballast is taken
/// on while cargo goes off, so that the cargo may be more than the change shows, never less.
struct CargoEstimate: Equatable {
  /// The least mass in kilograms.
  let low: Int64
  /// The greatest mass in kilograms.
  let high: Int64

  /// The middle of the two.
  var best: Int64 { low + (high - low) / 2 }

  /// Estimates from a change of draught, the length over all and the beam, all in metres.
  init(change: Double, length: Double, beam: Double, _ parameters: DetectionParameters) {
    let rounding = parameters.metres(.draughtRounding)
    let perMetre = length * beam * 1025
    let least = perMetre * parameters.share(.waterplaneLow) * max(0, change - rounding)
    let most = perMetre * parameters.share(.waterplaneHigh) * (change + rounding)
    low = Int64(least.rounded())
    high = Int64((most / max(0.01, 1 - parameters.share(.cargoBallast))).rounded())
  }
}
