/// What a quantity measures; quantities of different dimensions are never compared.
///
/// Amounts are integers in the dimension's base step, so sums are exact and independent of order.
public enum Dimension: String, Hashable, Sendable, CaseIterable {
  /// Elapsed time in milliseconds.
  case duration
  /// Calendar months; never compared with a duration, because months differ in length.
  case months
  /// Distance over water in millimetres.
  case length
  /// Draught and size in millimetres; kept apart from `length`, whose units are miles.
  case metre
  /// Speed in thousandths of a knot.
  case speed
  /// Volume in thousandths of a barrel.
  case volume
  /// Mass in kilograms.
  case mass
  /// A share in millionths.
  case ratio
  /// A number of things.
  case count
  /// An angle in 1e-7 degrees.
  case angle

  /// The units that rules may write, the one for display first.
  public var units: [MeasureUnit] {
    switch self {
    case .duration:
      [
        MeasureUnit("h", 3_600_000), MeasureUnit("min", 60_000), MeasureUnit("s", 1000),
        MeasureUnit("d", 86_400_000), MeasureUnit("w", 604_800_000),
      ]
    case .months: [MeasureUnit("mo", 1), MeasureUnit("y", 12)]
    case .length: [MeasureUnit("nm", 1_852_000), MeasureUnit("km", 1_000_000)]
    case .metre: [MeasureUnit("m", 1000)]
    case .speed: [MeasureUnit("kn", 1000)]
    // 1 m3 is 6.28981 barrels of 42 US gallons of 3.785411784 litres.
    case .volume:
      [MeasureUnit("bbl", 1000), MeasureUnit("kbbl", 1_000_000), MeasureUnit("m3", 6290)]
    case .mass: [MeasureUnit("t", 1000), MeasureUnit("kt", 1_000_000)]
    case .ratio: [MeasureUnit("", 1_000_000), MeasureUnit("%", 10_000)]
    case .count: [MeasureUnit("", 1)]
    case .angle: [MeasureUnit("deg", 10_000_000)]
    }
  }

  /// The ending and the base steps of one unit of the key that holds such a quantity in facts
  /// files.
  ///
  /// `duration` is written as `duration_s`, `distance` as `distance_m`, and so on.
  public var fileUnit: (suffix: String, steps: Int64) {
    switch self {
    case .duration: ("_s", 1000)
    case .months: ("_months", 1)
    case .length: ("_m", 1000)
    case .metre: ("_m", 1000)
    case .speed: ("_kn", 1000)
    case .volume: ("_m3", 6290)
    case .mass: ("_t", 1000)
    case .ratio: ("", 1_000_000)
    case .count: ("", 1)
    case .angle: ("_deg", 10_000_000)
    }
  }
}

/// A unit of measurement and how many base steps of its dimension it holds.
public struct MeasureUnit: Hashable, Sendable {
  /// The symbol in rules; empty for a plain number.
  public let symbol: String
  /// The base steps in one unit.
  public let steps: Int64

  init(_ symbol: String, _ steps: Int64) {
    self.symbol = symbol
    self.steps = steps
  }
}
