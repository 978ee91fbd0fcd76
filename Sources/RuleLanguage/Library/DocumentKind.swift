/// What a document of a library is: the value of its first key, `kind`.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  /// Named values and groups of clauses.
  case define
  /// Findings that do not count, each for a while.
  case exceptions
  /// The author's own list of vessels, companies, countries, ports or words.
  case list
  /// What a library consists of, for signing.
  case pack
  /// The user's risk appetite; `Policy.read` of the screening reads it.
  case policy
  /// A group of ports, known or new.
  case ports
  /// A rule.
  case rule
  /// A decision table.
  case table
  /// Cases for a rule.
  case tests
  /// An area of sea.
  case zone

  /// One sentence for the reference page.
  public var summary: String {
    switch self {
    case .define: "Values and groups of clauses with a name, for several rules."
    case .exceptions: "Findings that do not count, each with a reason, an approver and an end."
    case .list: "A list of one's own: vessels, companies, countries, ports or words."
    case .pack: "The files and rules of a library with their digests, for a signature."
    case .policy: "How points become a disposition."
    case .ports: "A group of ports, and ports that the gazetteer lacks."
    case .rule: "A rule."
    case .table: "A decision table that sorts a subject or a fact into a class."
    case .tests: "Cases for the rule beside the file."
    case .zone: "An area of sea."
    }
  }

  /// The keys of its mapping; `nil` for a policy, which the screening reads.
  public var table: KeyTable? {
    switch self {
    case .define: .define
    case .exceptions: .exceptions
    case .list: .list
    case .pack: .pack
    case .policy: nil
    case .ports: .ports
    case .rule: .rule
    case .table: .table
    case .tests: .testFile
    case .zone: .zone
    }
  }
}
