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
    var bytes: [UInt8] = []
    bytes.append(whole, isNegative: steps < 0)
    bytes.appendDecimals(rest, digits: 4)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Quantity: CustomStringConvertible {
  /// The amount as a person writes it: `12 h 30 min`, `0.3 nm`, `500,000 bbl`.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
