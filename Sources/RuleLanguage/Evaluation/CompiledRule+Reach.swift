import Maritime
import StrictYAML

extension CompiledRule {
  /// What facts of other vessels an answer may depend on.
  ///
  /// Which hull used which MMSI comes from all facts, and is not counted here.
  public struct Reach: Hashable, Sendable {
    /// Whether all facts of all vessels count.
    public var isEverything: Bool
    /// The kinds of which the facts of all vessels count.
    public var kinds: Set<String>
    /// The kinds of which the facts of those vessels count that the vessel's own facts of these
    /// kinds name; a chain of contacts has two at most.
    public var contacts: Set<String>

    /// Creates a reach; no arguments mean that only the vessel's own facts count.
    public init(
      isEverything: Bool = false, kinds: Set<String> = [], contacts: Set<String> = []
    ) {
      self.isEverything = isEverything
      self.kinds = kinds
      self.contacts = contacts
    }

    /// All facts of all vessels.
    public static let everything = Reach(isEverything: true)

    /// What either reaches.
    public func union(_ other: Reach) -> Reach {
      Reach(
        isEverything: isEverything || other.isEverything, kinds: kinds.union(other.kinds),
        contacts: contacts.union(other.contacts))
    }
  }

  /// What facts of other vessels the answer for a vessel may depend on.
  public var reach: Reach {
    let patterns = condition.patterns
    let kinds = Set(patterns.map(\.kind.name))
    switch header.subject {
    case .company where !patterns.isEmpty && patterns.allSatisfy(\.kind.isMadeByScreening):
      return Reach()
    case .company, .port: return .everything
    // Without a pattern nothing says which facts count.
    case .program: return kinds.isEmpty ? .everything : Reach(kinds: kinds)
    case .vessel:
      if document.names(anyOf: ["across"]) { return Reach(kinds: kinds) }
      return document.names(anyOf: ["path"]) ? Reach(contacts: kinds) : Reach()
    }
  }
}

extension YAMLNode {
  /// Whether one of the words is a key anywhere below.
  fileprivate func names(anyOf words: Set<String>) -> Bool {
    switch content {
    case .scalar: false
    case .sequence(let items): items.contains { $0.names(anyOf: words) }
    case .mapping(let entries):
      entries.contains { words.contains($0.key) || $0.value.names(anyOf: words) }
    }
  }
}
