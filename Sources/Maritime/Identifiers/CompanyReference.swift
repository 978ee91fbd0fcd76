/// How a fact or a rule names a company: an owner, an operator, a manager.
///
/// At least one part is present. The number identifies the company; a name is shared by many.
public struct CompanyReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The seven digits that IMO gives companies and registered owners.
  ///
  /// They come from another series than those of hulls, so they are text of their own.
  public let number: String?
  /// The name, as the source writes it.
  public let name: String?

  /// Creates a reference.
  ///
  /// Returns `nil` when both parts are missing, and for a number that has not seven digits.
  public init?(number: String?, name: String?) {
    guard number != nil || name?.isEmpty == false else { return nil }
    if let number {
      guard let digits = Self.digits(of: number) else { return nil }
      self.number = digits
    } else {
      self.number = nil
    }
    self.name = name?.isEmpty == true ? nil : name
  }

  /// The seven digits of a number that may bear `IMO` in front; `nil` for any other text.
  public static func digits(of text: some StringProtocol) -> String? {
    var digits = Array(text.utf8)
    if digits.starts(with: "IMO".utf8) { digits.removeFirst(3) }
    if digits.first == UInt8(ascii: " ") { digits.removeFirst() }
    guard digits.count == 7, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The name and the number: `Example Shipping (IMO company 5123456)`.
  public var description: String {
    let number = number.map { "IMO company \($0)" }
    guard let name else { return number ?? "" }
    return number.map { "\(name) (\($0))" } ?? name
  }

  /// Whether both name the same company; `nil` when one lacks a number and the names differ.
  ///
  /// Equal names without numbers count as one company, because facts of one register repeat them.
  public func isSame(as other: CompanyReference) -> Bool? {
    if let number, let second = other.number { return number == second }
    return name != nil && name == other.name ? true : nil
  }

  /// Orders by number, then name; missing parts come first.
  public static func < (a: CompanyReference, b: CompanyReference) -> Bool {
    (a.number ?? "", a.name ?? "") < (b.number ?? "", b.name ?? "")
  }
}
