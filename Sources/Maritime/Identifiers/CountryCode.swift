/// An ISO 3166-1 alpha-2 code: a flag state, a port's country, an owner's country.
public struct CountryCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Two upper-case letters.
  public let code: String

  /// Creates a code from two letters in either case; `nil` for anything else.
  ///
  /// The letters are not looked up: use `CountryTable` to turn a name into a code.
  public init?(_ text: some StringProtocol) {
    let letters = text.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }
    guard letters.count == 2, letters.allSatisfy({ (65...90).contains($0) }) else { return nil }
    code = String(decoding: letters, as: UTF8.self)
  }

  /// The two letters.
  public var description: String { code }

  /// Orders codes alphabetically.
  public static func < (a: CountryCode, b: CountryCode) -> Bool { a.code < b.code }
}
