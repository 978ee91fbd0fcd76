public import Maritime

/// An entry that a row of somebody's own data may mean, and how it was found.
public struct ListCandidate: Hashable, Sendable {
  /// How sure it is.
  public enum Certainty: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The number is that of the entry.
    case number
    /// The number is one mistake away from that of the entry, and no valid one itself.
    case mistypedNumber = "mistyped_number"
    /// Only the name is alike: a question for a person.
    case name

    /// Orders the surest first.
    public static func < (a: Certainty, b: Certainty) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .number: 0
      case .mistypedNumber: 1
      case .name: 2
      }
    }
  }

  /// The entry.
  public let designation: Designation
  /// Where it stands, with the reason as its basis.
  public let reference: ListEntryReference
  /// How sure it is.
  public let certainty: Certainty
  /// From 0 to 100: 100 for an equal number or name.
  public let points: Int
}
