import Maritime
import StrictYAML

/// A list of clauses as its author wrote it, with the clauses that the compiler made of it.
struct ClauseList: Sendable {
  /// What the list asks of its members.
  enum Logic: Hashable, Sendable {
    case all
    case any
    case none
    case atLeast(Int)
  }

  /// One item of the list.
  enum Member: Sendable {
    case clause(Clause)
    case list(ClauseList)
    /// An operator with facts of its own.
    case condition(YAMLNode)
  }

  /// The key above the list: `where`, `any`, `unless`.
  let key: String
  let keySpan: SourceSpan
  let logic: Logic
  let members: [Member]
  /// The kind of fact that the clauses are asked of; `nil` for the subject.
  let kind: FactKind?
  /// Whether the list stands inside another.
  let isNested: Bool

  /// The clauses that are items of this list.
  var ownClauses: [Clause] {
    members.compactMap { if case .clause(let clause) = $0 { clause } else { nil } }
  }

  /// The lists that are items of this list.
  var ownLists: [ClauseList] {
    members.compactMap { if case .list(let list) = $0 { list } else { nil } }
  }

  /// Every clause below, in file order.
  var clauses: [Clause] {
    members.flatMap { member -> [Clause] in
      switch member {
      case .clause(let clause): [clause]
      case .list(let list): list.clauses
      case .condition: []
      }
    }
  }

  /// This list and all in it.
  var withNested: [ClauseList] { [self] + ownLists.flatMap(\.withNested) }

  /// The clauses that must hold together: those of the list and of lists under `all:` in it.
  var conjuncts: [Clause] {
    guard logic == .all else { return [] }
    return ownClauses + ownLists.flatMap(\.conjuncts)
  }
}

/// Finds the lists of clauses in a rule's document.
///
/// It knows no operator: whatever has `where:` or groups clauses is found, so that a new operator
/// is linted from its first day.
struct ClauseListReader {
  private let clauses: [Int: Clause]
  private let catalog: FactCatalog
  private(set) var lists: [ClauseList] = []

  private static let listKeys: Set = ["each_edge", "state", "unless", "where"]

  init(clauses: [Clause], catalog: FactCatalog) {
    self.clauses = Dictionary(clauses.map { ($0.span.start.offset, $0) }) { first, _ in first }
    self.catalog = catalog
  }

  /// Walks through the value of `match:` or `unless:`.
  mutating func read(_ node: YAMLNode, kind: FactKind? = nil) {
    for item in node.items ?? [] { read(item, kind: kind) }
    let own = node["fact"]?.text.flatMap { catalog.kind($0) } ?? kind
    for entry in node.entries ?? [] {
      let inner = entry.key == "state" || entry.key == "unless" ? nil : own
      if let list = list(entry, of: node, kind: inner, isNested: false) {
        lists += list.withNested
      } else {
        read(entry.value, kind: inner)
      }
    }
  }

  private mutating func list(
    _ entry: YAMLEntry, of node: YAMLNode, kind: FactKind?, isNested: Bool
  ) -> ClauseList? {
    guard let logic = Self.logic(entry.key, of: node), let items = entry.value.items else {
      return nil
    }
    var members: [ClauseList.Member] = []
    for item in items { members.append(member(item, kind: kind)) }
    return ClauseList(
      key: entry.key == "of" ? "at_least" : entry.key, keySpan: entry.keySpan, logic: logic,
      members: members, kind: kind, isNested: isNested)
  }

  private mutating func member(_ node: YAMLNode, kind: FactKind?) -> ClauseList.Member {
    if let clause = clauses[node.span.start.offset], clause.text == node.text {
      return .clause(clause)
    }
    let isGroup = node["of"] != nil && node["at_least"] != nil || node.entries?.count == 1
    let entry = node.entries?.first { $0.key != "at_least" }
    if isGroup, let entry, !Self.listKeys.contains(entry.key),
      let list = list(entry, of: node, kind: kind, isNested: true)
    {
      return .list(list)
    }
    read(node, kind: kind)
    return .condition(node)
  }

  private static func logic(_ key: String, of node: YAMLNode) -> ClauseList.Logic? {
    typealias Logic = ClauseList.Logic
    return switch key {
    case "all": .all
    case "any": .any
    case "none": Logic.none
    case "of": node["at_least"]?.text.flatMap { Int($0) }.map { .atLeast($0) }
    default: listKeys.contains(key) ? .all : nil
    }
  }
}
