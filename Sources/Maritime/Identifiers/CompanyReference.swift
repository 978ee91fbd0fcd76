/// How a fact or a rule names a company: by its name and, when known, its IMO company number.
public struct CompanyReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The seven digits that the IMO gives to owners and managers, when known.
  public let imo: String?
  /// The name, as the source writes it.
  public let name: String

  /// Creates a reference.
  public init(imo: String? = nil, name: String) {
    self.imo = imo
    self.name = name
  }

  /// The name and the number: `ACME Ltd (IMO company 5123456)`.
  public var description: String { imo.map { "\(name) (IMO company \($0))" } ?? name }

  /// Orders by name, then by number; a missing number comes first.
  public static func < (a: CompanyReference, b: CompanyReference) -> Bool {
    (a.name, a.imo ?? "") < (b.name, b.imo ?? "")
  }
}
