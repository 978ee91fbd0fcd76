public import Maritime

/// An entry that a row of somebody's own data may mean, and how it was found.
public struct ListCandidate: Hashable, Sendable {
  /// How sure it is.
  public enum Certainty: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The number is that of the entry.
    case number
    /// The number is that of the entry, and nothing else is: the digits may be copied.
    case copiedNumber = "copied_number"
    /// The vessel had the radio number of the entry before.
    case earlierRadio = "earlier_mmsi"
    /// One of the two numbers is no valid one and one mistake away from the other.
    case mistypedNumber = "mistyped_number"
    /// The radio call sign is that of the entry.
    case callSign = "call_sign"
    /// Only the name is alike: a question for a person.
    case name

    /// Orders the surest first.
    public static func < (a: Certainty, b: Certainty) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The entry.
  public let designation: Designation
  /// Where it stands, with the reason as its basis.
  public let reference: ListEntryReference
  /// How sure it is.
  public let certainty: Certainty
  /// From 0 to 100: 100 for an equal number or name.
  public let points: Int
  /// What somebody decided about the entry and the subject; `nil` when nobody did.
  public let ruling: EntryRuling?

  /// Whether somebody decided that it is not the subject.
  public var isSetAside: Bool {
    if case .setAside = ruling { true } else { false }
  }

  /// Creates a candidate.
  public init(
    designation: Designation, reference: ListEntryReference, certainty: Certainty, points: Int,
    ruling: EntryRuling? = nil
  ) {
    self.designation = designation
    self.reference = reference
    self.certainty = certainty
    self.points = points
    self.ruling = ruling
  }
}
