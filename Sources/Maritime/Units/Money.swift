/// An exact amount of one currency; amounts of two currencies are never compared.
///
/// A rate would have to be of some day and source, so converting is left to whoever makes the fact.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// The currency.
  public let currency: Currency
  /// The amount in the currency's smallest unit, such as cents.
  public let minor: Int64

  /// Creates an amount from the currency's smallest units.
  public init(_ currency: Currency, minor: Int64) {
    self.currency = currency
    self.minor = minor
  }

  /// Reads an amount such as `60USD` or `1250.50 EUR`.
  ///
  /// Returns `nil` for an unknown currency, and for more digits than the currency has.
  public init?(_ text: some StringProtocol) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let code = text.dropFirst(number.count).drop { $0 == " " }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let currency = Currency(String(code)), (1...2).contains(parts.count),
      let whole = parts.first, whole.contains(where: \.isNumber)
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= currency.digits, parts.count == 1 || !fraction.isEmpty else {
      return nil
    }
    let zeros = String(repeating: "0", count: currency.digits - fraction.count)
    guard let minor = Int64(String(whole) + fraction + zeros) else { return nil }
    self.init(currency, minor: minor)
  }

  /// The amount with every digit: `60.00 USD`.
  public var description: String {
    let digits = String(minor.magnitude)
    let padded = String(repeating: "0", count: max(0, currency.digits + 1 - digits.count)) + digits
    let whole = padded.dropLast(currency.digits)
    let fraction = padded.suffix(currency.digits)
    return (minor < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
      + " \(currency)"
  }
}
