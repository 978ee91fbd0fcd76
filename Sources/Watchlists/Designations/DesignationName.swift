/// A name in a watchlist, and how much weight the publisher gives it.
public struct DesignationName: Hashable, Sendable {
  /// How a name stands to its bearer.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The name of the entry.
    case primary
    /// Another name in use.
    case alias
    /// A name too common or vague to screen against alone, as OFAC marks them.
    case weak
    /// A name no longer in use.
    case former
  }

  /// The name as the publisher writes it.
  public let text: String
  /// How it stands to its bearer.
  public let kind: Kind

  /// Creates a name.
  public init(_ text: String, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

/// A tie from one entry of a watchlist to somebody else.
public struct DesignationLink: Hashable, Sendable {
  /// How the two are tied.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// Tied, the publisher does not say how.
    case linkedTo = "linked_to"
    /// The other owns the subject.
    case owner
    /// The other manages the subject.
    case manager
    /// The other operates the subject.
    case `operator`
  }

  /// How the two are tied.
  public let relation: Relation
  /// The other's name.
  public let name: String

  /// Creates a link.
  public init(_ relation: Relation, _ name: String) {
    self.relation = relation
    self.name = name
  }
}
