/// What a watchlist says about its subject besides names and numbers, as the publisher writes it.
public struct Particulars: Hashable, Sendable {
  /// The vessel's flag.
  public var flag: String?
  /// The vessel's earlier flags.
  public var formerFlags: [String] = []
  /// The type of vessel.
  public var vesselType: String?
  /// Gross tonnage, a number without a unit.
  public var grossTonnage: Int?
  /// Deadweight in tonnes.
  public var deadweight: Int?
  /// The year of build.
  public var built: Int?
  /// The country of a company, or the nationality of a person.
  public var country: String?

  /// Creates particulars that say nothing.
  public init() {}
}
