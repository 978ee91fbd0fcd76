/// A Maritime Mobile Service Identity: the number a radio station sends with every AIS message.
///
/// It changes with the flag and can be typed in by the crew, so it never identifies a hull alone.
/// Source: ITU-R M.585-9.
public struct MMSI: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The nine digits as one integer; leading zeros are part of the number.
  public let value: UInt32

  /// Creates a number from nine digits or fewer (leading zeros left out); `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard (1...9).contains(text.utf8.count), let value = UInt32(text) else { return nil }
    self.init(value)
  }

  /// Creates a number from its digits as one integer; `nil` for zero and for ten digits or more.
  public init?(_ value: UInt32) {
    guard (1...999_999_999).contains(value) else { return nil }
    self.value = value
  }

  /// The nine digits.
  public var description: String {
    let digits = String(value)
    return String(repeating: "0", count: 9 - digits.count) + digits
  }

  /// Orders numbers by value.
  public static func < (a: MMSI, b: MMSI) -> Bool { a.value < b.value }

  /// Whether the number has the form of a ship station: a maritime identification digit from 2 to
  /// 7.
  ///
  /// Coast stations, aids to navigation, aircraft and craft of a parent ship have other forms.
  public var isShipStation: Bool { (200_000_000...799_999_999).contains(value) }

  /// The three digits that name the country or registry, of a ship station.
  public var identificationDigits: Int? { isShipStation ? Int(value / 1_000_000) : nil }
}
