public import Maritime

/// Something that a verdict needed to know and could not.
public struct Undetermined: Hashable, Sendable {
  /// The rule that asked, or one of `Undetermined.Check` when the screening itself did.
  public let rule: String
  /// The clause as written, or what was asked.
  public let clause: String
  /// What is missing.
  public let missing: String
  /// The least severe disposition while it is open; `nil` when it is only noted.
  public let floor: Disposition?
  /// The facts it concerns.
  public let facts: [Fact]
  /// The watchlist entries that would count if their dates were known.
  public let listEntries: [ListEntryReference]

  /// Creates one.
  init(
    rule: String, clause: String, missing: String, floor: Disposition?, facts: [Fact] = [],
    listEntries: [ListEntryReference] = []
  ) {
    self.rule = rule
    self.clause = clause
    self.missing = missing
    self.floor = floor
    self.facts = facts
    self.listEntries = listEntries
  }

  /// Whether it keeps the verdict from being clear.
  public var keepsFromClear: Bool { floor != nil }

  /// The questions that every screening asks, whatever the rules.
  public enum Check: String, Sendable, CaseIterable {
    /// Is there a list for each regime that matters?
    case listMissing = "list-missing"
    /// Is each list young enough?
    case listOutOfDate = "list-out-of-date"
    /// Is anything known of the vessel?
    case vesselNotFound = "vessel-not-found"
    /// Was the vessel seen at all, or is it only in a register?
    case vesselNotObserved = "vessel-not-observed"
    /// Was the vessel seen lately?
    case observationOutOfDate = "observation-out-of-date"
    /// Is it known which hull this is?
    case identityUnresolved = "identity-unresolved"
    /// Do equally good sources agree on what the vessel is?
    case identityConflict = "identity-conflict"
    /// Is a listed vessel that has the same name, or nearly so, another one?
    case nameMatch = "name-match"
    /// Is a listed vessel another one that has nearly the same number, or one that the vessel had?
    case numberMatch = "number-match"
    /// Does the vessel bear the number of a listed one that is built otherwise?
    case copiedNumber = "copied-number"
    /// Is somebody listed who has the name of an owner, operator or manager another one?
    case partyMatch = "party-match"
    /// Is somebody listed who has the name of the company another one?
    case companyMatch = "company-match"
    /// Is anything known of the company?
    case companyNotFound = "company-not-found"
    /// Is it known who holds most of the company?
    case ownersUnknown = "owners-unknown"
    /// Was the feed up while nothing was heard of the vessel?
    case feedOutage = "feed-outage"
    /// Would the vessel have been heard where it fell silent?
    case poorReception = "poor-reception"
  }

  init(
    _ check: Check, _ clause: String, missing: String, floor: Disposition? = .inconclusive,
    facts: [Fact] = [], listEntries: [ListEntryReference] = []
  ) {
    self.init(
      rule: check.rawValue, clause: clause, missing: missing, floor: floor, facts: facts,
      listEntries: listEntries)
  }
}
