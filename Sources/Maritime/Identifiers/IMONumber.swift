/// A ship's permanent number, kept through every change of name, flag and owner.
///
/// A right check digit shows that a number was copied well, not that it belongs to the ship.
/// Source: IMO Resolution A.1117(30).
public struct IMONumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The seven digits as one integer.
  public let value: Int

  /// Creates a number from seven digits, with or without the prefix `IMO` and a space.
  ///
  /// Returns `nil` when `text` has another shape or its check digit is wrong.
  public init?(_ text: some StringProtocol) {
    var digits = Array(text.utf8)
    if digits.starts(with: "IMO".utf8) { digits.removeFirst(3) }
    if digits.first == UInt8(ascii: " ") { digits.removeFirst() }
    guard digits.count == 7, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(digits.reduce(0) { $0 * 10 + Int($1) - 48 })
  }

  /// Creates a number from its seven digits as one integer, or `nil` when the check digit is wrong.
  public init?(_ value: Int) {
    guard (1_000_000...9_999_999).contains(value) else { return nil }
    guard Self.checkDigit(of: value / 10) == value % 10 else { return nil }
    self.value = value
  }

  /// The seven digits.
  public var description: String { String(value) }

  /// Orders numbers by value.
  public static func < (a: IMONumber, b: IMONumber) -> Bool { a.value < b.value }

  /// The weights 7, 6, 5, 4, 3, 2 apply from the first digit to the sixth.
  private static func checkDigit(of firstSix: Int) -> Int {
    var rest = firstSix
    var sum = 0
    for weight in 2...7 {
      sum += (rest % 10) * weight
      rest /= 10
    }
    return sum % 10
  }
}
