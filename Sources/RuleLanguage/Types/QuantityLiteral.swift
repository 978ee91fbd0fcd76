import Maritime

/// A number with its unit, as written: `12h`, `0.60`, `90%`, `11h59min`.
enum QuantityLiteral: Hashable, Sendable {
  /// No unit; millionths, exact.
  case number(millionths: Int64)
  /// One unit, or several of one dimension.
  case quantity(Quantity)

  /// Why a text is not a quantity.
  enum Failure: Error, Hashable {
    case notANumber
    case unknownUnit(String)
    case mixedUnits(String)
    case tooLarge
  }

  /// Reads a literal; a sign may stand before it.
  static func read(_ text: String) -> Result<QuantityLiteral, Failure> {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    var sum: (dimension: Dimension, steps: Int64)?
    repeat {
      let start = rest
      guard let number = DecimalNumber(takenFrom: &rest) else {
        let hasDigits = start.first.map { $0 >= "0" && $0 <= "9" } ?? false
        return .failure(hasDigits ? .tooLarge : .notANumber)
      }
      let symbol = takeUnit(from: &rest)
      if symbol.isEmpty, sum == nil, rest.isEmpty { return plain(number, isNegative) }
      guard let (dimension, unit) = unit(symbol) else { return .failure(.unknownUnit(symbol)) }
      if let sum, sum.dimension != dimension { return .failure(.mixedUnits(symbol)) }
      guard let steps = number.times(unit.steps) else { return .failure(.tooLarge) }
      let (total, overflows) = (sum?.steps ?? 0).addingReportingOverflow(steps)
      guard !overflows else { return .failure(.tooLarge) }
      sum = (dimension, total)
    } while !rest.isEmpty
    guard let sum else { return .failure(.notANumber) }
    return .success(.quantity(Quantity(sum.dimension, steps: isNegative ? -sum.steps : sum.steps)))
  }

  private static func plain(
    _ number: DecimalNumber, _ isNegative: Bool
  ) -> Result<QuantityLiteral, Failure> {
    guard let millionths = number.times(1_000_000) else { return .failure(.tooLarge) }
    return .success(.number(millionths: isNegative ? -millionths : millionths))
  }

  /// The longest unit at the start of `rest`, or the letters there when none is known.
  private static func takeUnit(from rest: inout Substring) -> String {
    let known = symbolsWithDigits.filter { rest.hasPrefix($0) }.max {
      $0.utf8.count < $1.utf8.count
    }
    // Letters decide where a unit ends, so that `12min` is not 12 m followed by `in`.
    let letters = rest.prefix { !($0 >= "0" && $0 <= "9") && $0 != "." }
    let symbol = known.flatMap { $0.utf8.count >= letters.utf8.count ? $0 : nil } ?? String(letters)
    rest = rest.dropFirst(symbol.count)
    return symbol
  }

  private static func unit(_ symbol: String) -> (Dimension, MeasureUnit)? {
    symbol.isEmpty ? nil : units[symbol]
  }

  /// Of two units of one symbol the first counts.
  private static let units = Dictionary(
    Dimension.allCases.flatMap { dimension in
      dimension.units.map { ($0.symbol, (dimension, $0)) }
    }, uniquingKeysWith: { first, _ in first })

  /// The units that go on after their letters, such as `m3`.
  private static let symbolsWithDigits = symbols.filter { symbol in
    symbol.contains { ($0 >= "0" && $0 <= "9") || $0 == "." }
  }

  /// Every unit that rules may write.
  static let symbols = Dimension.allCases.flatMap(\.units).map(\.symbol).filter { !$0.isEmpty }
}

/// A decimal number without a sign, kept exactly.
private struct DecimalNumber {
  let digits: Int64
  let scale: Int64

  /// Takes digits, and a point with more digits, from the start of `rest`.
  init?(takenFrom rest: inout Substring) {
    let whole = rest.prefix { $0 >= "0" && $0 <= "9" }
    guard !whole.isEmpty, whole.utf8.count <= 15 else { return nil }
    rest = rest.dropFirst(whole.count)
    var fraction = ""[...]
    if rest.first == ".", let next = rest.dropFirst().first, next >= "0", next <= "9" {
      fraction = rest.dropFirst().prefix { $0 >= "0" && $0 <= "9" }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard fraction.utf8.count <= 9, let digits = Int64(whole + fraction) else { return nil }
    self.digits = digits
    scale = fraction.reduce(into: 1) { scale, _ in scale *= 10 }
  }

  /// The product rounded to the nearest whole number, half up; `nil` when it does not fit.
  func times(_ factor: Int64) -> Int64? {
    let rounded = (Int128(digits) * Int128(factor) + Int128(scale / 2)) / Int128(scale)
    return Int64(exactly: rounded)
  }
}
