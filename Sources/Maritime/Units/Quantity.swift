/// An exact amount of something measurable.
public struct Quantity: Hashable, Sendable {
  /// What is measured.
  public let dimension: Dimension
  /// How many base steps of the dimension.
  public let steps: Int64

  /// Creates a quantity from base steps.
  public init(_ dimension: Dimension, steps: Int64) {
    self.dimension = dimension
    self.steps = steps
  }

  /// Creates a quantity by rounding `amount` of `unit` to the nearest base step.
  ///
  /// Returns `nil` when the result is not finite or does not fit.
  public init?(_ dimension: Dimension, _ amount: Double, unit: MeasureUnit) {
    let steps = (amount * Double(unit.steps)).rounded()
    guard let exact = Int64(exactly: steps) else { return nil }
    self.init(dimension, steps: exact)
  }

  /// Creates a duration.
  public static func duration(milliseconds: Int64) -> Quantity {
    Quantity(.duration, steps: milliseconds)
  }

  /// Creates a distance over water; a value beyond all oceans is cut to the largest that fits.
  public static func length(metres: Double) -> Quantity {
    Quantity(.length, steps: Int64((min(max(metres, 0), 1e9) * 1000).rounded()))
  }

  /// Creates a draught or size.
  public static func metre(_ metres: Double) -> Quantity {
    Quantity(.metre, steps: Int64((min(max(metres, -1e6), 1e6) * 1000).rounded()))
  }

  /// Creates a speed.
  public static func speed(knots: Double) -> Quantity {
    Quantity(.speed, steps: Int64((min(max(knots, 0), 1e9) * 1000).rounded()))
  }

  /// Creates a share; 1 is all.
  public static func ratio(_ share: Double) -> Quantity {
    Quantity(.ratio, steps: Int64((min(max(share, -1e9), 1e9) * 1_000_000).rounded()))
  }

  /// Creates a number of things.
  public static func count(_ number: Int) -> Quantity { Quantity(.count, steps: Int64(number)) }
}

extension Quantity {
  /// A share in percent as a person writes it: `33.3333 %`.
  public var percent: String { percentDigits + " %" }

  /// A share in percent with at most four decimals, as programs read it: `33.3333`.
  public var percentDigits: String {
    let (whole, rest) = steps.magnitude.quotientAndRemainder(dividingBy: 10_000)
    return (steps < 0 ? "-" : "") + String(whole) + decimals(rest, digits: 4)
  }
}

extension Quantity: CustomStringConvertible {
  /// The amount as a person writes it: `12 h 30 min`, `0.3 nm`, `500,000 bbl`.
  public var description: String {
    switch dimension {
    case .duration: durationDescription
    case .ratio: decimal(per: 1_000_000, digits: 2)
    case .count: grouped(steps)
    case .months: steps % 12 == 0 && steps != 0 ? "\(steps / 12) y" : "\(steps) mo"
    case .length: amount(digits: 1)
    case .metre, .speed: amount(digits: 1)
    case .volume, .mass: amount(digits: 0)
    case .angle: amount(digits: 4)
    }
  }

  private func amount(digits: Int) -> String {
    let unit = dimension.units[0]
    return decimal(per: unit.steps, digits: digits) + " " + unit.symbol
  }

  /// Rounds half away from zero and cuts trailing zeros.
  private func decimal(per unit: Int64, digits: Int) -> String {
    var scale: Int64 = 1
    for _ in 0..<digits { scale *= 10 }
    let magnitude = steps.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: UInt64(unit))
    let fraction = (rest * UInt64(scale) * 2 + UInt64(unit)) / (UInt64(unit) * 2)
    let carried = whole + fraction / UInt64(scale)
    let sign = steps < 0 ? "-" : ""
    return sign + grouped(Int64(carried)) + decimals(fraction % UInt64(scale), digits: digits)
  }

  /// A point and the digits of a fraction without trailing zeros; nothing for none.
  fileprivate func decimals(_ fraction: UInt64, digits: Int) -> String {
    guard fraction > 0 else { return "" }
    var (left, count) = (fraction, digits)
    while left % 10 == 0 { (left, count) = (left / 10, count - 1) }
    let text = String(left)
    return "." + String(repeating: "0", count: count - text.utf8.count) + text
  }

  private var durationDescription: String {
    let total = steps.magnitude / 1000
    let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
    let sign = steps < 0 ? "-" : ""
    if hours >= 72 {
      let days = hours / 24
      return sign + (hours % 24 == 0 ? "\(days) d" : "\(days) d \(hours % 24) h")
    }
    if hours > 0 { return sign + (minutes == 0 ? "\(hours) h" : "\(hours) h \(minutes) min") }
    if minutes > 0 {
      return sign + (seconds == 0 ? "\(minutes) min" : "\(minutes) min \(seconds) s")
    }
    return sign + "\(seconds) s"
  }
}

/// Digits with a comma before every group of three.
private func grouped(_ number: Int64) -> String {
  if number.magnitude < 1000 { return String(number) }
  let digits = Array(String(number.magnitude))
  let parts = digits.enumerated().map { index, digit in
    let isGroupStart = index > 0 && (digits.count - index) % 3 == 0
    return (isGroupStart ? "," : "") + String(digit)
  }
  return (number < 0 ? "-" : "") + parts.joined()
}
