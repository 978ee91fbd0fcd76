public import Maritime

/// What a verdict on a company says beyond its findings: who stands above it, and its vessels.
public struct CompanyRecord: Sendable {
  /// A holder above the company, or above one of its holders.
  public struct Tie: Hashable, Sendable {
    /// The company that is held.
    public let company: CompanyReference
    /// Who holds it.
    public let holder: CompanyReference
    /// `shareholder`, `controller` or `director`.
    public let role: String
    /// The share in millionths; `nil` when not known.
    public let share: Int64?
    /// How many holdings lie between the holder and the company that was screened.
    public let level: Int
    /// The fact that says so.
    public let fact: Fact
    /// The entries that name the holder by a number, or may mean it by its name.
    public let listEntries: [ListEntryReference]
    /// Whether a number says that the holder is listed.
    public let isListed: Bool
  }

  /// A vessel in which the company has a part.
  public struct Vessel: Sendable {
    /// The parts, sorted: `registered_owner`, or `registered_owner through ALPHA LTD` for one that
    /// a company of its own has.
    public let parts: [String]
    /// The verdict on the vessel.
    public let verdict: Verdict
  }

  /// The company, by the reference that says most.
  public let company: CompanyReference
  /// Every other name and number that facts give it, sorted.
  public let alsoKnownAs: [CompanyReference]
  /// Who stands above it, the nearest first.
  public let chain: [Tie]
  /// The vessels that it and the companies that belong to it own, operate or manage, the worst
  /// first.
  public let vessels: [Vessel]
}
