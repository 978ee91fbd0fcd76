public import Maritime
public import Watchlists

/// An entry that the subject, or a company tied to it, may be, and that somebody decided it is not.
public struct SetAsideCandidate: Hashable, Sendable {
  /// Whom it may be: `vessel`, `company`, or the role of another company.
  public let subject: String
  /// The subject's name, if known.
  public let name: String?
  /// How the entry was found.
  public let certainty: ListCandidate.Certainty
  /// How much speaks for it, from 0 to 100.
  public let points: Int
  /// The entry.
  public let entry: ListEntryReference
  /// The decision.
  public let decision: EntryDecision
}

/// A decision about an entry that the vessel, or one of its companies, may be, which does not hold.
public struct LapsedDecision: Hashable, Sendable {
  /// The decision.
  public let decision: EntryDecision
  /// Why it does not hold: `expired on 2026-07-01`.
  public let reason: String
}
