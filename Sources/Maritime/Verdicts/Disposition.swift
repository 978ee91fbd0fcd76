/// What to do about a vessel, from harmless to forbidden.
public enum Disposition: String, Hashable, Sendable, CaseIterable {
  /// Nothing speaks against the vessel, and everything that must be known is known.
  case clear
  /// Too little for a review, worth watching.
  case monitor
  /// What must be known is not; it stands beside the ladder, above `monitor` and below `review`.
  case inconclusive
  /// A person should look.
  case review
  /// A person with authority must decide.
  case escalate
  /// A law that the user chose to follow forbids dealing with the vessel.
  case prohibited
}

extension Disposition: Comparable {
  /// Orders dispositions by how much they ask of the user.
  public static func < (a: Disposition, b: Disposition) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
