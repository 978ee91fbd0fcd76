import Maritime
import StrictYAML

extension CompiledRule {
  /// What facts of other vessels an answer may depend on.
  public enum Reach: Hashable, Sendable {
    /// Those of these kinds; often none.
    case kinds(Set<String>)
    /// All of them.
    case everything
  }

  /// What facts of other vessels the answer for a vessel may depend on.
  ///
  /// Which hull used which MMSI comes from all facts, and is not counted here.
  public var reach: Reach {
    let patterns = condition.patterns
    return switch header.subject {
    case .company where !patterns.isEmpty && patterns.allSatisfy(\.kind.isMadeByScreening):
      .kinds([])
    case .company, .port: .everything
    case .program: .kinds(Set(condition.patterns.map(\.kind.name)))
    case .vessel:
      document.names(anyOf: ["path", "across"])
        ? .kinds(Set(condition.patterns.map(\.kind.name))) : .kinds([])
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
