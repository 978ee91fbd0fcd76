import Maritime

/// An amount of a rule and those next to it, as an author would write them.
struct AmountSteps {
  private let text: String

  init(_ text: String) { self.text = text }

  /// One step of the unit as written, and one of the next smaller unit.
  ///
  /// `12h` has `13h`, `11h`, `12h1min` and `11h59min`; `0.60` has `0.61` and `0.59`.
  var neighbours: [String] {
    if let time = writtenTime { return [-1, 1].map { Self.day(time, $0) } }
    guard let amount = LastAmount(text) else { return [] }
    return (amount.oneFinerStep + amount.steps(by: 1)).map { amount.before + $0 }
  }

  /// A tenth less and a tenth more, for distances that nobody measures to a step.
  var tenths: [String] {
    guard let amount = LastAmount(text) else { return [] }
    return amount.steps(by: max(1, amount.digits / 10)).map { amount.before + $0 }
  }

  /// Half and twice the amount.
  var halfAndDouble: [String] {
    guard case .success(.quantity(let quantity)) = QuantityLiteral.read(text) else { return [] }
    let doubled = quantity.steps.multipliedReportingOverflow(by: 2)
    let all = [quantity.steps / 2] + (doubled.overflow ? [] : [doubled.partialValue])
    return all.filter { $0 > 0 }.compactMap { Self.text(Quantity(quantity.dimension, steps: $0)) }
  }

  private var writtenTime: UTCTime? {
    text.dropFirst(4).first == "-" ? UTCTime(text) : nil
  }

  private static func day(_ time: UTCTime, _ sign: Int64) -> String {
    UTCTime(milliseconds: time.milliseconds + sign * 86_400_000).description
  }

  /// The amount in as few units as tell it exactly; `nil` for dimensions without whole units.
  static func text(_ quantity: Quantity) -> String? {
    let units = quantity.dimension.units.filter { $0.symbol != "w" && !$0.symbol.isEmpty }
      .sorted { $0.steps > $1.steps }
    var rest = quantity.steps
    guard rest > 0 else { return units.last.map { "0" + $0.symbol } }
    let parts = units.compactMap { unit -> String? in
      let (count, left) = rest.quotientAndRemainder(dividingBy: unit.steps)
      rest = left
      return count == 0 ? nil : "\(count)\(unit.symbol)"
    }
    return parts.isEmpty ? nil : parts.joined()
  }
}

/// The last number of an amount with its unit: the `59min` of `11h59min`.
private struct LastAmount {
  let before: String
  let digits: Int
  let decimals: Int
  let unit: String

  init?(_ text: String) {
    let unit = String(text.reversed().prefix { !Self.isPartOfNumber($0) }.reversed())
    let rest = text.dropLast(unit.count)
    let number = String(rest.reversed().prefix(while: Self.isPartOfNumber).reversed())
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int(parts.joined()), digits < 1_000_000_000 else {
      return nil
    }
    self.unit = unit
    self.digits = digits
    before = String(rest.dropLast(number.count))
    decimals = parts.count == 2 ? parts[1].count : 0
  }

  private static func isPartOfNumber(_ character: Character) -> Bool {
    character == "." || (character >= "0" && character <= "9")
  }

  /// The amounts so many of its last digits below and above; nothing below nothing.
  func steps(by step: Int) -> [String] {
    [digits + step, digits - step].filter { $0 >= 0 }.map { written($0) + unit }
  }

  /// What people call a little less and a little more.
  var oneFinerStep: [String] {
    guard decimals == 0 else { return [] }
    let finer: [String: (count: Int, unit: String)] = [
      "w": (7, "d"), "d": (24, "h"), "h": (60, "min"), "min": (60, "s"), "y": (12, "mo"),
    ]
    if let (count, smaller) = finer[unit] {
      let less = (digits > 1 ? "\(digits - 1)\(unit)" : "") + "\(count - 1)\(smaller)"
      return ["\(digits)\(unit)1\(smaller)"] + (digits > 0 ? [less] : [])
    }
    guard ["nm", "km", "kn", "m", "deg"].contains(unit) else { return [] }
    return ["\(digits).1\(unit)"] + (digits > 0 ? ["\(digits - 1).9\(unit)"] : [])
  }

  private func written(_ digits: Int) -> String {
    guard decimals > 0 else { return String(digits) }
    let text = String(digits)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
